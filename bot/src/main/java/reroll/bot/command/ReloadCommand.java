package reroll.bot.command;

import java.util.List;
import reroll.bot.role.Right;

/** {@code !reload}: the configuration is read again, without a new start. */
final class ReloadCommand implements Command {
  @Override
  public String name() {
    return "reload";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "reads the configuration again; where something is wrong with it, the old one stays";
  }

  @Override
  public List<String> examples() {
    return List.of("!reload");
  }

  @Override
  public Right right() {
    return Right.ADMINISTER;
  }

  @Override
  public Answer answer(Call call) {
    return new Answer.Reloading();
  }
}
