package reroll.bot.command;

import java.util.List;

/** Something that people can ask for. Stateless. */
public interface Command {
  /** What people type behind the prefix. */
  String name();

  /** What may follow, such as {@code [list] [window]}; empty where nothing may. */
  String arguments();

  /** Half a sentence: what it does. */
  String summary();

  /** Whole commands that work. */
  List<String> examples();

  /**
   * Carries it out.
   *
   * @throws CannotDo with one sentence on what to say instead
   */
  Answer answer(Call call) throws CannotDo;

  /** The prefix, the name and the arguments. */
  default String usage() {
    return Request.PREFIX + name() + (arguments().isEmpty() ? "" : " " + arguments());
  }
}
