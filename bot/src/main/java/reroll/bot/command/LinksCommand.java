package reroll.bot.command;

import java.util.List;

/** {@code !links}: what people said of how mails belong together, and how to take it back. */
final class LinksCommand implements Command {
  @Override
  public String name() {
    return "links";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "lists what people said with !link, !unlink and !version, and how to take it back";
  }

  @Override
  public List<String> examples() {
    return List.of("!links");
  }

  @Override
  public Answer answer(Call call) {
    return Answer.now(RulingWords.list(call.known()));
  }
}
