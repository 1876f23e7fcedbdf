package reroll.templates.answer;

import java.util.List;
import reroll.templates.View;

/**
 * How the reading goes, and what waits.
 *
 * @param series how many are known, as people write numbers
 */
public record StatusView(
    List<Row> lists,
    List<Trouble> troubles,
    String series,
    String patchMails,
    int follows,
    int owed,
    int refused)
    implements View {

  /**
   * Something that keeps a chat from working.
   *
   * @param what is wrong, as one sentence
   */
  public record Trouble(String chat, String what) {}

  /**
   * One list.
   *
   * @param newest when its newest mail arrived, as people say it
   * @param success when its archive was last read to the end, as people say it
   * @param failing what is wrong; empty while all is well
   * @param failingSince when that began, as people say it
   * @param firstTime whether it has not been read to the end so far
   * @param place up to which it is read, as the archive calls it
   */
  public record Row(
      String list,
      String mails,
      String broken,
      String newest,
      String success,
      String failing,
      String failingSince,
      boolean firstTime,
      String place) {}

  @Override
  public String template() {
    return "answer/status.md.ftl";
  }
}
