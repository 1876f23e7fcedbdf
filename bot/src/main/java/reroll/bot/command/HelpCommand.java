package reroll.bot.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import reroll.templates.answer.HelpView;

/** {@code !help}: all commands, or one with examples. Made from the list of commands. */
final class HelpCommand implements Command {
  private final List<Command> others;

  HelpCommand(List<Command> others) {
    this.others = List.copyOf(others);
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String arguments() {
    return "[command]";
  }

  @Override
  public String summary() {
    return "explains the commands";
  }

  @Override
  public List<String> examples() {
    return List.of("!help", "!help digest");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    if (call.request().words().isEmpty()) {
      return Answer.now(
          new HelpView(
              all().map(c -> new HelpView.Row(c.usage(), c.summary())).toList(), List.of()));
    }
    String name = call.word(0).toLowerCase(Locale.ROOT).replaceFirst("^!", "");
    Command command =
        all()
            .filter(c -> c.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new CannotDo("There is no command !" + name + "."));
    return Answer.now(
        new HelpView(
            List.of(new HelpView.Row(command.usage(), command.summary())), command.examples()));
  }

  private Stream<Command> all() {
    return Stream.concat(others.stream(), Stream.of(this));
  }
}
