package reroll.bot.digest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reroll.bot.mail.Mail;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.bot.series.Arrival;
import reroll.bot.series.SeriesTracker;
import reroll.templates.Templates;

/** A list on which a test lets people talk, and the digests of it. */
final class DigestLab {
  static final String ANN = "Ann Alder <ann@alder.example>";
  static final String BEA = "Bea Birch <bea@birch.example>";

  private final SeriesTracker tracker = new SeriesTracker(10_000);
  private final Map<String, Mail> archive = new HashMap<>();
  private Instant now = Instant.parse("2026-03-02T00:00:00Z");
  private Instant from = now;
  private Mailmap mailmap = Mailmap.EMPTY;
  private boolean robotsToo;

  /** Lets time pass; the first of March 2026 that the list sees is Monday, the 2nd. */
  void days(int days) {
    now = now.plus(Duration.ofDays(days));
  }

  /** The window begins here; until then all of it is before the window. */
  void windowBegins() {
    from = now.plusSeconds(1);
  }

  void mailmap(String... lines) {
    mailmap = Mailmap.of(List.of(lines));
  }

  void countRobots() {
    robotsToo = true;
  }

  /** A patch by Ann. */
  String patch(String subject) {
    return mail(ANN, subject, "", patchText("Because.", subject));
  }

  String patch(String from, String subject) {
    return mail(from, subject, "", patchText("Because.", subject));
  }

  /** A patch below another mail. */
  String patchBelow(String parent, String from, String subject) {
    return mail(from, subject, parent, patchText("Because.", subject));
  }

  String answer(String from, String parent, String text) {
    return mail(from, "Re: whatever", parent, text);
  }

  static String patchText(String message, String seed) {
    int lines = seed.replaceAll("\\[.*?\\]", "").hashCode();
    return message
        + "\n\nSigned-off-by: "
        + ANN
        + "\n---\n a.c | 1 +\n 1 file changed, 1 insertion(+)\n create mode 100644 a.c\n\n"
        + "diff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1 +1,2 @@\n line\n+call("
        + lines
        + ");\n-- \n2.50.1\n";
  }

  /**
   * A mail that arrives a minute after the one before.
   *
   * @return its Message-ID
   */
  String mail(String sender, String subject, String parent, String text) {
    now = now.plus(Duration.ofMinutes(1));
    String id = "mail-" + archive.size() + "@lab.example";
    String raw =
        "From: "
            + sender
            + "\nMessage-ID: <"
            + id
            + ">\nSubject: "
            + subject
            + (parent.isEmpty() ? "" : "\nIn-Reply-To: <" + parent + ">")
            + "\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n"
            + text
            + "\n";
    Mail mail = MailParser.parse(raw.getBytes(StandardCharsets.UTF_8));
    archive.put(id, mail);
    tracker.accept(MailReader.read(mail), new Arrival("lab", id, now));
    return id;
  }

  /** Of all that came since the window began. */
  Digest digest() {
    return digest(now.plusSeconds(1));
  }

  Digest digest(Instant to) {
    Window window = Window.between(from, to, ZoneOffset.UTC);
    return new DigestBuilder(Scope.of("lab"), window, mailmap, robotsToo).build(tracker.series());
  }

  Instant now() {
    return now.plusSeconds(1);
  }

  /** The lines of the patch list, newest first. */
  List<String> lines() {
    return digest().entries().stream().map(EntryWords::line).toList();
  }

  String full() {
    return full(digest());
  }

  String full(Digest digest) {
    return new Templates()
        .text(
            DigestViews.full(
                digest, "lab", mail -> Optional.of(archive.get(mail.arrival().ref())), List.of()));
  }
}
