package reroll.bot.digest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import reroll.bot.mail.Mail;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.bot.series.Arrival;
import reroll.bot.series.SeriesTracker;
import reroll.bot.series.TrackedMail;

/** The mails of an invented list, in order of arrival; their Date headers lie, all of them. */
final class PondMails {
  static final String LIST = "pond";

  /** Monday to Monday. */
  static final Window WEEK =
      Window.between(
          Instant.parse("2026-03-09T00:00:00Z"),
          Instant.parse("2026-03-16T00:00:00Z"),
          ZoneOffset.UTC);

  private static final Path FOLDER =
      Path.of("src", "test", "resources", "reroll", "bot", "digest", "mails");

  /** A mail and when it came. */
  record Arrived(Mail mail, Arrival arrival) {}

  private PondMails() {}

  static List<Arrived> all() {
    try {
      return Files.readAllLines(FOLDER.resolve("arrivals.txt")).stream()
          .map(line -> line.split(" "))
          .map(words -> new Arrived(mail(words[1]), arrival(words[1], words[0])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Arrival arrival(String file, String at) {
    return new Arrival(LIST, file, Instant.parse(at));
  }

  private static Mail mail(String file) {
    try {
      return MailParser.parse(Files.readAllBytes(FOLDER.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SeriesTracker tracked() {
    SeriesTracker tracker = new SeriesTracker(1_000);
    all().forEach(a -> tracker.accept(MailReader.read(a.mail()), a.arrival()));
    return tracker;
  }

  static Digest digest(Window window) {
    return new DigestBuilder(Scope.of(LIST), window, Mailmap.EMPTY, false)
        .build(tracked().series());
  }

  static List<Mail> inside(Window window) {
    return all().stream().filter(a -> window.holds(a.arrival())).map(Arrived::mail).toList();
  }

  /** As the archive would give it again. */
  static Optional<Mail> reread(TrackedMail mail) {
    return Optional.of(mail(mail.arrival().ref()));
  }
}
