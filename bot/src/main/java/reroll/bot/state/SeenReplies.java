package reroll.bot.state;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import reroll.bot.mail.MessageId;

/**
 * The replies that came last, so that one that goes to several lists counts once. Patch mails need
 * none of this: the tracker knows them. State thread only.
 */
final class SeenReplies {
  /** Copies of one mail come within hours; the busiest lists have 5,000 mails a day. */
  static final int MAX = 50_000;

  private final Set<Long> hashes = new LinkedHashSet<>();

  /** What a start took up, until the first reply comes: no start has to wait for their places. */
  private List<Long> unplaced = List.of();

  /** Notes a reply; false if it was noted before. */
  boolean add(MessageId id) {
    hashes.addAll(unplaced);
    unplaced = List.of();
    boolean isNew = hashes.add(hash(id));
    if (hashes.size() > MAX) {
      Iterator<Long> oldest = hashes.iterator();
      oldest.next();
      oldest.remove();
    }
    return isNew;
  }

  /** 64 bits of a good hash: two of the ids that are kept share them once in a billion bots. */
  private static long hash(MessageId id) {
    return UUID.nameUUIDFromBytes(id.value().getBytes(StandardCharsets.UTF_8))
        .getLeastSignificantBits();
  }

  List<Long> all() {
    return unplaced.isEmpty() ? List.copyOf(hashes) : unplaced;
  }

  /** To be called once, before the first reply. */
  void restore(List<Long> saved) {
    unplaced = saved;
  }
}
