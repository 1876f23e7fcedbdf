package reroll.bot.series;

import java.util.Optional;
import reroll.bot.mail.MessageId;

/**
 * Mails by their ids. A mail knows its id, so the table holds nothing but mails: a map's entries
 * would take five times the room.
 */
final class MailTable {
  /** By the hash of their ids, or behind; a power of two, and at most two thirds are taken. */
  private TrackedMail[] places = new TrackedMail[64];

  private int size;

  Optional<TrackedMail> find(MessageId id) {
    return Optional.ofNullable(places[placeOf(id)]);
  }

  int size() {
    return size;
  }

  /** Puts in a mail, in place of the one of the same id. */
  void put(TrackedMail mail) {
    int place = placeOf(mail.id());
    size += places[place] == null ? 1 : 0;
    places[place] = mail;
    expect(0);
  }

  /** Makes room for more at once: by and by, each would be put in its place several times. */
  void expect(int more) {
    int length = places.length;
    while (3L * (size + more) > 2L * length) {
      length *= 2;
    }
    if (length > places.length) {
      resize(length);
    }
  }

  private void resize(int length) {
    TrackedMail[] before = places;
    places = new TrackedMail[length];
    for (TrackedMail mail : before) {
      if (mail != null) {
        places[placeOf(mail.id())] = mail;
      }
    }
  }

  /** What stands behind it without a gap may have been kept off its own place. */
  void remove(MessageId id) {
    int place = placeOf(id);
    size -= places[place] == null ? 0 : 1;
    places[place] = null;
    for (int next = after(place); places[next] != null; next = after(next)) {
      TrackedMail moved = places[next];
      places[next] = null;
      places[placeOf(moved.id())] = moved;
    }
  }

  /** Where the mail stands, or where it would. */
  private int placeOf(MessageId id) {
    int hash = id.hashCode();
    int place = (((hash ^ (hash >>> 15)) * 0x9E3779B1) >>> 7) & (places.length - 1);
    while (places[place] != null && !isCalled(places[place], id, hash)) {
      place = after(place);
    }
    return place;
  }

  /** Ids know their hashes; to compare all of their text takes longer. */
  private static boolean isCalled(TrackedMail mail, MessageId id, int hash) {
    return mail.id().hashCode() == hash && mail.id().equals(id);
  }

  private int after(int place) {
    return (place + 1) & (places.length - 1);
  }
}
