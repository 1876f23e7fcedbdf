package reroll.bot.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.mail.Mail;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.PatchMail;
import reroll.bot.series.Missing;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveLookup;
import reroll.connectors.archive.ArchiveLookup.Wanted;
import reroll.connectors.port.ConnectorException;

/**
 * Asks an archive for what is missing of a revision. What servers find is more than what was asked
 * for; what cannot belong there is left out. Thread-safe.
 */
final class Finder {
  /** Versions further back hardly matter, and each costs the server a thread. */
  private static final int MAX_THREADS = 4;

  /** As far as versions of one series lie apart. */
  private static final Duration LOOK_BACK = Duration.ofDays(400);

  private static final Instant FIRST_MAIL = Instant.parse("1980-01-01T00:00:00Z");

  private final ArchiveLookup archive;
  private final Clock clock;

  Finder(ArchiveLookup archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
  }

  /**
   * What an archive has of all that is missing, oldest first.
   *
   * @param before the missing earlier versions came before this
   */
  List<IntakeEntry> find(List<Missing> missing, Instant before)
      throws ConnectorException, InterruptedException {
    Map<MessageId, IntakeEntry.Read> found = new LinkedHashMap<>();
    for (Missing each : missing) {
      if (each instanceof Missing.RestOfPosting rest) {
        addThread(rest.thread().value(), found);
      } else if (each instanceof Missing.EarlierVersions earlier) {
        addEarlier(earlier, before, found);
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparing(IntakeEntry.Read::at))
        .map(IntakeEntry.class::cast)
        .toList();
  }

  private void addEarlier(
      Missing.EarlierVersions earlier, Instant before, Map<MessageId, IntakeEntry.Read> found)
      throws ConnectorException, InterruptedException {
    for (MessageId stated : earlier.stated().stream().limit(MAX_THREADS).toList()) {
      addThread(stated.value(), found);
    }
    if (!found.isEmpty()) {
      return;
    }
    List<PatchMail> heads =
        archive.search(question(earlier, before.minus(LOOK_BACK))).stream()
            .map(raw -> MailReader.read(MailParser.parse(raw.bytes())))
            .filter(PatchMail.class::isInstance)
            .map(PatchMail.class::cast)
            .filter(earlier::mayBe)
            .toList();
    int newest = Math.max(0, heads.size() - MAX_THREADS);
    for (PatchMail head : heads.subList(newest, heads.size())) {
      if (!found.containsKey(head.id())) {
        addThread(head.id().value(), found);
      }
    }
  }

  private static Wanted question(Missing.EarlierVersions earlier, Instant since) {
    Optional<String> line = earlier.changeId().map(id -> "change-id: " + id);
    return line.isPresent()
        ? new Wanted(line, Optional.empty(), Optional.empty(), since)
        : new Wanted(
            Optional.empty(),
            Optional.of(earlier.title()),
            Optional.of(earlier.author().address()).filter(address -> !address.isEmpty()),
            since);
  }

  private void addThread(String id, Map<MessageId, IntakeEntry.Read> found)
      throws ConnectorException, InterruptedException {
    for (RawMail raw : archive.thread(id)) {
      Mail mail = MailParser.parse(raw.bytes());
      found.putIfAbsent(
          mail.id(),
          new IntakeEntry.Read(mail.id().value(), at(mail, raw.arrived()), MailReader.read(mail)));
    }
  }

  /** When it was sent, as far as anybody knows. */
  private Instant at(Mail mail, Instant archived) {
    return Optional.of(archived)
        .filter(this::plausible)
        .or(() -> mail.received().filter(this::plausible))
        .or(() -> mail.date().filter(this::plausible))
        .orElse(FIRST_MAIL);
  }

  private boolean plausible(Instant stamp) {
    return stamp.isAfter(FIRST_MAIL) && stamp.isBefore(clock.instant());
  }
}
