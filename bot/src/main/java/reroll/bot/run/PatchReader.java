package reroll.bot.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reroll.bot.compare.PatchForm;
import reroll.bot.mail.Mail;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.PatchMail;
import reroll.bot.series.Overlay;
import reroll.bot.series.Revision;
import reroll.bot.series.TrackedMail;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveLookup;
import reroll.connectors.port.ConnectorException;

/**
 * Reads patches again, whose text the memory does not hold: from the archive that brought them,
 * else from the one that is asked for what is missing. Thread-safe.
 */
final class PatchReader {
  private final Map<String, SharedArchive> archives;
  private final Optional<ArchiveLookup> elsewhere;

  PatchReader(Map<String, SharedArchive> archives, Optional<ArchiveLookup> elsewhere) {
    this.archives = Map.copyOf(archives);
    this.elsewhere = elsewhere;
  }

  /** A patch and where its text is. */
  record Place(String list, String ref, PatchMail patch) {
    static Place of(TrackedMail mail) {
      return new Place(mail.arrival().list(), mail.arrival().ref(), mail.mail());
    }

    /** All patches of a revision; of a partial one those that it leaves as they were, too. */
    static List<Place> of(Revision revision) {
      return Overlay.of(revision).stream().map(Place::of).toList();
    }
  }

  /**
   * The text of some patches.
   *
   * @throws Gone if the text of one of them is nowhere
   */
  List<PatchForm> read(List<Place> places) throws ConnectorException, Gone, InterruptedException {
    List<PatchForm> forms = new ArrayList<>(places.size());
    for (Place place : places) {
      Mail mail = mail(place).orElseThrow(() -> new Gone(place.patch().subject().title()));
      forms.add(PatchForm.of(mail, place.patch().subject(), place.patch().author()));
    }
    return forms;
  }

  /** A mail as it was posted; empty where it is nowhere any more. */
  Optional<Mail> mail(Place place) throws ConnectorException, InterruptedException {
    MessageId id = place.patch().id();
    SharedArchive archive = archives.get(place.list());
    if (archive != null && archive.read(place.ref()).orElse(null) instanceof RawMail raw) {
      Mail mail = MailParser.parse(raw.bytes());
      if (mail.id().equals(id)) {
        return Optional.of(mail);
      }
    }
    return elsewhere.isEmpty()
        ? Optional.empty()
        : elsewhere.get().mail(id.value()).map(raw -> MailParser.parse(raw.bytes()));
  }

  /** The text of a patch is nowhere any more. */
  static final class Gone extends Exception {
    private Gone(String title) {
      super("I cannot read “" + title + "” again: no archive that I ask has it any more.");
    }
  }
}
