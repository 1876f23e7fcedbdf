package reroll.bot.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reroll.bot.delivery.PostId;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;

/**
 * The cards that channels have, and which of them may no longer be true. A card that a chat cannot
 * change is forgotten. State thread only.
 */
public final class Cards {
  /** The oldest are forgotten beyond this: they stay as they are. */
  static final int MAX = 5_000;

  private final Duration quiet;

  /** Oldest first. */
  private final Map<PostId, Card> cards = new LinkedHashMap<>();

  /** Which cards tell of a revision, or say that it is newer than theirs; by its number. */
  private final Map<Long, Set<PostId>> naming = new HashMap<>();

  /** Since when a card may no longer be true; what came first is first. */
  private final Map<PostId, Instant> doubtful = new LinkedHashMap<>();

  /**
   * Makes an empty one.
   *
   * @param quiet how long changes are gathered before a card is changed
   */
  Cards(Duration quiet) {
    this.quiet = quiet;
  }

  public Optional<Card> find(PostId post) {
    return Optional.ofNullable(cards.get(post));
  }

  /** The card of a channel that the chat calls by this name. */
  Optional<Card> called(String channel, String name) {
    return cards.values().stream()
        .filter(card -> card.name().filter(name::equals).isPresent())
        .filter(card -> card.channel().equals(channel))
        .findFirst();
  }

  /** All cards, oldest first. */
  public Collection<Card> all() {
    return List.copyOf(cards.values());
  }

  /** Adds a card, or takes the place of what it was before. */
  void put(Card card) {
    Card before = cards.put(card.post(), card);
    if (before != null) {
      forgetNames(before);
    }
    named(card).forEach(n -> naming.computeIfAbsent(n, k -> new HashSet<>()).add(card.post()));
    if (cards.size() > MAX) {
      forget(cards.keySet().iterator().next());
    }
  }

  void forget(PostId post) {
    Card card = cards.remove(post);
    if (card != null) {
      forgetNames(card);
    }
    doubtful.remove(post);
  }

  private void forgetNames(Card card) {
    named(card)
        .forEach(
            number ->
                naming.computeIfPresent(
                    number,
                    (key, posts) -> {
                      posts.remove(card.post());
                      return posts.isEmpty() ? null : posts;
                    }));
  }

  private static Stream<Long> named(Card card) {
    return card.told().stream()
        .flatMap(told -> Stream.of(told.revision(), told.newer()))
        .filter(number -> number != 0)
        .distinct();
  }

  /** The cards of a channel that tell of a series, or once said that it replaced theirs. */
  List<Card> naming(Series series, String channel) {
    return naming(series).map(cards::get).filter(card -> card.channel().equals(channel)).toList();
  }

  /** In an order that a restart does not change. */
  private Stream<PostId> naming(Series series) {
    return series.revisions().stream()
        .map(Revision::number)
        .flatMap(number -> naming.getOrDefault(number, Set.of()).stream())
        .distinct()
        .sorted(Comparator.comparing(PostId::value));
  }

  /** Notes that something of a series changed. */
  void doubt(Series series, Instant now) {
    naming(series).forEach(post -> doubtful.putIfAbsent(post, now));
  }

  /** Takes out the cards that are to be looked at: changes had time to gather. */
  List<Card> due(Instant now) {
    List<PostId> due = new ArrayList<>();
    doubtful.forEach(
        (post, since) -> {
          if (!since.plus(quiet).isAfter(now)) {
            due.add(post);
          }
        });
    doubtful.keySet().removeAll(due);
    return due.stream().map(cards::get).toList();
  }

  /** Notes that a card is true again. */
  void trust(PostId post) {
    doubtful.remove(post);
  }

  /** When a card is to be looked at; empty while all are true. */
  Optional<Instant> nextDue() {
    return doubtful.values().stream().findFirst().map(since -> since.plus(quiet));
  }

  /** As it is saved; both lists are oldest first. */
  record Saved(List<Card> cards, List<Doubt> doubtful) {}

  /** A card that may no longer be true. */
  record Doubt(PostId post, Instant since) {}

  Saved save() {
    List<Doubt> doubts = new ArrayList<>();
    doubtful.forEach((post, since) -> doubts.add(new Doubt(post, since)));
    return new Saved(List.copyOf(cards.values()), doubts);
  }

  /** Takes up what a snapshot held. */
  void restore(Saved saved) {
    saved.cards().forEach(this::put);
    saved.doubtful().forEach(doubt -> doubtful.put(doubt.post(), doubt.since()));
  }
}
