package reroll.bot.series;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.bot.mail.MessageId;

/** A list called pond, to which a mail a minute comes; a tracker reads along. */
public final class PondList {
  private final SeriesTracker tracker = new SeriesTracker(1_000);
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private int mails;

  public SeriesTracker tracker() {
    return tracker;
  }

  /** Lets a week go by. */
  public void pass() {
    now = now.plus(Duration.ofDays(7));
  }

  /** When the newest mail came. */
  public Instant now() {
    return now;
  }

  /**
   * Lets a mail come.
   *
   * @param parent what it answers; empty for nothing
   * @return its id
   */
  public String mail(String from, String subject, String parent, String text) {
    now = now.plusSeconds(60);
    String id = "mail-" + ++mails + "@lab.example";
    String raw =
        "From: "
            + from
            + "\nMessage-ID: <"
            + id
            + ">\nSubject: "
            + subject
            + (parent.isEmpty() ? "" : "\nIn-Reply-To: <" + parent + ">")
            + "\n\n"
            + text;
    tracker.accept(
        MailReader.read(MailParser.parse(raw.getBytes(StandardCharsets.UTF_8))),
        new Arrival("pond", id, now));
    return id;
  }

  /** Makes a stub of a revision, as after two years of silence. */
  public void shrink(String id) {
    revision(id).shrinkTo(revision(id).substance().content());
  }

  /** The revision that a mail belongs to. */
  public Revision revision(String id) {
    return tracker.mail(new MessageId(id)).orElseThrow().revision();
  }
}
