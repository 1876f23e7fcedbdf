package reroll.bot.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the bot is at one moment, in figures, for those who run it. What is counted is counted since
 * the start of the process, but for mails. Immutable.
 *
 * @param saved when the state was last saved whole, or taken up
 * @param stateWait how long the state thread took to answer
 * @param series that are known
 * @param patchMails that are kept in memory
 * @param droppedPosts that were never owed because too many were
 * @param commands what people asked for, in the order of the names
 */
public record Vitals(
    Instant at,
    Instant saved,
    Duration stateWait,
    List<OfList> lists,
    List<OfChat> chats,
    int series,
    int patchMails,
    int follows,
    long droppedPosts,
    List<CommandCount> commands) {
  public Vitals {
    lists = List.copyOf(lists);
    chats = List.copyOf(chats);
    commands = List.copyOf(commands);
  }

  /**
   * How the reading of one list goes.
   *
   * @param mails that were ever read
   * @param broken that could not be read
   * @param looked whether its archive was asked since the start, well or not
   * @param lag how long ago the archive was last read to its end, or the process began
   * @param failing what is wrong; empty while all is well
   * @param failures tries that failed
   */
  public record OfList(
      String name,
      long mails,
      long broken,
      boolean looked,
      Duration lag,
      Optional<String> failing,
      long failures) {}

  /**
   * How the posting to one chat goes.
   *
   * @param owed posts that the chat has not confirmed
   * @param begun those of them that may be there already
   * @param oldest how long the oldest of them is owed; zero where none is
   * @param sent posts that it took
   * @param refused posts that it will never take
   * @param retried tries that failed and are made again
   * @param troubles what keeps it from working, in words
   */
  public record OfChat(
      String name,
      int owed,
      int begun,
      Duration oldest,
      long sent,
      long refused,
      long retried,
      List<String> troubles) {
    public OfChat {
      troubles = List.copyOf(troubles);
    }
  }

  /**
   * How often a command was carried out.
   *
   * @param took how long all of them took together, until they were safe and answered
   */
  public record CommandCount(String name, long count, Duration took) {}
}
