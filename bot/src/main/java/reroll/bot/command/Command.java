package reroll.bot.command;

import java.util.List;
import reroll.bot.role.Right;

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

  /** What somebody has to be allowed to say it. */
  default Right right() {
    return Right.ASK;
  }

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
