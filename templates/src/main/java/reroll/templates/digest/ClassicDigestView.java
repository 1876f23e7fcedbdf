package reroll.templates.digest;

import java.util.List;
import reroll.templates.View;

/**
 * The digest in the form of the script that Reroll grew from, kept to the byte.
 *
 * @param from short name of the commit before the window
 * @param to short name of the last commit in it
 * @param list the list's display name
 * @param filter what of the list it is about; empty where it is about all
 */
public record ClassicDigestView(
    String from,
    String to,
    String list,
    String filter,
    List<CountRow> domains,
    List<CountRow> people,
    List<Entry> entries)
    implements View {

  /**
   * One listed mail.
   *
   * @param listed the subject under which the same title was listed before; empty for a new one
   * @param title what stands behind the first bracket, its blank included
   * @param subject the first line of the Subject header as it stands there
   * @param author name and address of the From header
   * @param body without trailing empty lines
   */
  public record Entry(String listed, String title, String subject, String author, String body) {}

  @Override
  public String template() {
    return "digest/classic.txt.ftl";
  }
}
