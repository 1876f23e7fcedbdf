package reroll.bot.command;

import java.util.List;
import reroll.templates.answer.ListsView;

/** {@code !lists}: the lists that are read. */
final class ListsCommand implements Command {
  @Override
  public String name() {
    return "lists";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "names the lists that I read";
  }

  @Override
  public List<String> examples() {
    return List.of("!lists");
  }

  @Override
  public Answer answer(Call call) {
    return Answer.now(
        new ListsView(
            call.known().lists().stream()
                .map(list -> new ListsView.Row(list.name(), list.title(), list.web().orElse("")))
                .toList()));
  }
}
