package reroll.bot.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The posts that are not yet confirmed by their chats, in the order in which they were owed. Part
 * of the state: state thread only.
 */
public final class Outbox {
  /** A chat that is down for weeks must not fill the memory; what is beyond is counted. */
  static final int MAX_OWED = 10_000;

  /** Identities of settled posts that are remembered, so that no cause is told twice. */
  static final int MAX_SETTLED = 20_000;

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);

  /**
   * A post and whether it may be on its way.
   *
   * @param begun whether sending has begun, so that it may have arrived
   */
  public record Owed(Post post, boolean begun, Urgency urgency) {
    /** One that is no digest. */
    public static Owed of(Post post, boolean begun) {
      return new Owed(post, begun, Urgency.of(post));
    }
  }

  private final Map<PostId, Owed> owed = new LinkedHashMap<>();
  private final Set<PostId> settled = new LinkedHashSet<>();
  private final DeadLetters deadLetters = new DeadLetters();
  private long dropped;

  /** Owes a post that is no digest, unless it is owed or settled already. */
  public void add(Post post) {
    add(post, Urgency.of(post));
  }

  /**
   * Owes a post, unless it is owed or settled already. A change of another post takes the place of
   * earlier changes of that one which nobody has seen.
   */
  public void add(Post post, Urgency urgency) {
    if (knows(post.id())) {
      return;
    }
    if (post.place() instanceof Place.InsteadOf) {
      owed.values().removeIf(earlier -> earlier.post().place().equals(post.place()));
    }
    if (owed.size() >= MAX_OWED) {
      dropped++;
      log.error("{}: a post is left out, for {} wait already", post.channel(), owed.size());
      return;
    }
    owed.put(post.id(), new Owed(post, false, urgency));
  }

  /** Notes that sending begins. */
  public void begin(PostId id) {
    owed.computeIfPresent(id, (key, entry) -> new Owed(entry.post(), true, entry.urgency()));
  }

  /** Notes that the chat has it. */
  public void sent(PostId id) {
    owed.remove(id);
    settle(id);
  }

  /**
   * Notes that the chat will never take it. Of a change nothing is kept: its card tells the rest.
   */
  public void refuse(PostId id, String why, Instant now) {
    Owed entry = owed.remove(id);
    settle(id);
    if (entry != null && !(entry.post().place() instanceof Place.InsteadOf)) {
      deadLetters.add(new DeadLetters.Letter(entry.post(), entry.urgency(), why, now));
    }
  }

  /** Owes dead letters anew, as far as there is room. */
  public void retry(Set<PostId> which) {
    for (DeadLetters.Letter letter : List.copyOf(deadLetters.all())) {
      PostId id = letter.post().id();
      if (which.contains(id) && owed.size() < MAX_OWED) {
        settled.remove(id);
        owed.put(id, new Owed(letter.post(), false, letter.urgency()));
        deadLetters.drop(id::equals);
      }
    }
  }

  private void settle(PostId id) {
    settled.add(id);
    if (settled.size() > MAX_SETTLED) {
      Iterator<PostId> oldest = settled.iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** Whether a post of this identity is owed or settled. */
  public boolean knows(PostId id) {
    return owed.containsKey(id) || settled.contains(id);
  }

  /** How many posts are owed. */
  public int size() {
    return owed.size();
  }

  public Optional<Owed> find(PostId id) {
    return Optional.ofNullable(owed.get(id));
  }

  /** All that is owed, oldest first. */
  public List<Owed> owed() {
    return List.copyOf(owed.values());
  }

  /**
   * What is to be sent next to each of some channels: what has begun, for it may be there; then the
   * most urgent; of these the oldest.
   */
  public Collection<Owed> heads(Predicate<String> channels) {
    Map<String, Owed> heads = new LinkedHashMap<>();
    for (Owed each : owed.values()) {
      if (channels.test(each.post().channel())) {
        heads.merge(each.post().channel(), each, (a, b) -> goesBefore(b, a) ? b : a);
      }
    }
    return heads.values();
  }

  private static boolean goesBefore(Owed later, Owed earlier) {
    return !earlier.begun() && (later.begun() || later.urgency().compareTo(earlier.urgency()) < 0);
  }

  /** Identities of the posts settled last, oldest first. */
  public Collection<PostId> settled() {
    return Collections.unmodifiableCollection(settled);
  }

  public DeadLetters deadLetters() {
    return deadLetters;
  }

  /** How many posts were never owed because too many were. */
  public long dropped() {
    return dropped;
  }

  /** As it is saved; the lists are oldest first. */
  public record Saved(
      List<Owed> owed, List<PostId> settled, List<DeadLetters.Letter> deadLetters, long dropped) {}

  public Saved save() {
    return new Saved(owed(), List.copyOf(settled), List.copyOf(deadLetters.all()), dropped);
  }

  /** Takes up what a snapshot held. */
  public void restore(Saved saved) {
    saved.owed().forEach(entry -> owed.put(entry.post().id(), entry));
    settled.addAll(saved.settled());
    saved.deadLetters().forEach(deadLetters::add);
    dropped = saved.dropped();
  }
}
