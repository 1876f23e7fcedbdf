package reroll.connectors.archive.web;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import reroll.connectors.TestClock;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.http.Http;
import reroll.connectors.http.Pace;
import reroll.connectors.port.ConnectorException;

/** A fake inbox, the clock that it and its reader share, and short ways to fill it. */
final class WebList implements AutoCloseable {
  static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  final FakeInbox inbox = new FakeInbox();
  final TestClock clock = new TestClock(BEGIN);
  private final Http http = new Http("reroll/test", new Pace(Duration.ZERO, clock, wait -> {}));
  private final Path folder;
  private int mails;

  WebList(Path folder) {
    this.folder = folder;
  }

  /** Delivers mails that were all received right now. */
  void deliver(int count) {
    for (int i = 0; i < count; i++) {
      deliver(clock.instant());
    }
  }

  /** Delivers mails that came one a minute, up to now. */
  void history(int count) {
    for (int i = count - 1; i >= 0; i--) {
      deliver(clock.instant().minusSeconds(60L * i));
    }
  }

  /** Delivers a mail that was received at {@code second}; gives its id. */
  String deliver(Instant second) {
    String id = ++mails + "@example.org";
    inbox.deliver(mail(id, second), second);
    return id;
  }

  static String mail(String id, Instant second) {
    return """
        Received: from a.example by b.example; %s
        From: Ann <ann@example.org>
        To: bots@lists.example.org
        Subject: [PATCH] of %s
        Message-ID: <%s>
        Date: Mon, 2 Feb 2032 10:00:00 +0000

        From here on it is the body.
        """
        .formatted(DATE.format(second), id, id);
  }

  ArchiveSource open() throws ConnectorException {
    return open(Optional.empty());
  }

  ArchiveSource open(Optional<Instant> start) throws ConnectorException {
    return WebArchive.FACTORY.open(new WebArchive.Settings(inbox.url()), home(start));
  }

  ArchiveHome home(Optional<Instant> start) {
    return new ArchiveHome(folder.resolve("home"), start, http, clock);
  }

  Http http() {
    return http;
  }

  @Override
  public void close() {
    http.close();
    inbox.close();
  }
}
