package reroll.bot.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import reroll.bot.card.BurstCard;
import reroll.bot.card.Reason;
import reroll.bot.delivery.Fingerprint;
import reroll.bot.delivery.Place;
import reroll.bot.delivery.PostId;
import reroll.bot.series.Revision;
import reroll.bot.series.Series;
import reroll.bot.series.SeriesTracker;
import reroll.templates.text.RichText;

/**
 * Posts cards, and changes them when they are no longer true: of a series one card in a channel
 * speaks, those before it say that they are superseded. State thread only.
 */
final class CardKeeper {
  /** So many cards or more for one channel at once are one post that lists them. */
  static final int BURST = 5;

  /** After a long downtime more would fill the room; the last one counts what it does not show. */
  private static final int MOST_LISTS = 5;

  private final Cards cards;
  private final SeriesTracker tracker;
  private final CardTexts texts;
  private final Owing owing;
  private final Succession succession;

  CardKeeper(Cards cards, SeriesTracker tracker, CardTexts texts, Owing owing) {
    this.cards = cards;
    this.tracker = tracker;
    this.texts = texts;
    this.owing = owing;
    this.succession = new Succession(cards, tracker);
  }

  /** Takes note that cards of a series may no longer be true. */
  void doubt(Series series, Instant now) {
    cards.doubt(series, now);
  }

  /**
   * Tells a channel of revisions that have settled, each for the first time.
   *
   * @param news and why the channel is told of each
   */
  void tell(String channel, Map<Revision, String> news, Instant now) {
    Map<Revision, String> left = new LinkedHashMap<>(news);
    for (int posts = 1; left.size() >= BURST; posts++) {
      int most = posts < MOST_LISTS ? BurstCard.MAX_ROWS : left.size();
      post(channel, takeFirst(most, left), now);
    }
    left.forEach((revision, why) -> post(channel, Map.of(revision, why), now));
  }

  private static Map<Revision, String> takeFirst(int most, Map<Revision, String> left) {
    Map<Revision, String> first = new LinkedHashMap<>();
    left.entrySet().stream().limit(most).forEach(e -> first.put(e.getKey(), e.getValue()));
    left.keySet().removeAll(first.keySet());
    return first;
  }

  private void post(String channel, Map<Revision, String> news, Instant now) {
    List<Revision> revisions = List.copyOf(news.keySet());
    String cause = revisions.stream().map(CardKeeper::cause).collect(Collectors.joining(" "));
    PostId id = PostId.of(channel, "new-version", cause);
    if (owing.outbox().knows(id)) {
      return;
    }
    Card card = Card.blank(id, channel, revisions, Reason.of(news.values()));
    cards.put(card);
    renew(card).ifPresent(text -> owing.owe(id, channel, new Place.InChannel(), text, now));
    revisions.forEach(revision -> follow(card, revision, now));
  }

  private static String cause(Revision revision) {
    return revision.head().id().value();
  }

  /** Lets the earlier cards of the series say so. */
  private void follow(Card card, Revision news, Instant now) {
    cards.naming(news.series(), card.channel()).stream()
        .filter(earlier -> !earlier.post().equals(card.post()))
        .forEach(earlier -> follow(earlier, news, now, isReplacedBy(news)));
  }

  private void follow(Card earlier, Revision news, Instant now, Predicate<Card> isReplaced) {
    boolean spoke = earlier.isAlone() && !earlier.told().get(0).isSuperseded();
    amend(earlier, now);
    if (spoke && cards.find(earlier.post()).filter(isReplaced).isPresent()) {
      PostId id = PostId.of(earlier.channel(), "newer", earlier.post().value() + cause(news));
      Place place = new Place.Below(earlier.post());
      owing.owe(id, earlier.channel(), place, texts.pointer(news, earlier.channel()), now);
    }
  }

  /** Some patches posted anew do not supersede the rest, but are worth a word below it. */
  private Predicate<Card> isReplacedBy(Revision news) {
    return earlier -> {
      Card.Told told = earlier.told().get(0);
      boolean isPart =
          news.isPartial()
              && tracker.revision(told.revision()).filter(r -> r.cameBefore(news)).isPresent();
      return isPart || told.newer() == news.number();
    };
  }

  /** Changes the cards that were in doubt long enough, where they show something else by now. */
  void amend(Instant now) {
    cards.due(now).forEach(card -> amend(card, now));
  }

  private void amend(Card card, Instant now) {
    String cause = card.post().value() + " " + card.texts();
    PostId id = PostId.of(card.channel(), "amend", cause);
    Place place = new Place.InsteadOf(card.post());
    renew(card).ifPresent(text -> owing.owe(id, card.channel(), place, text, now));
  }

  /** Brings a card up to date; returns what it shows now, if that is not what it showed. */
  private Optional<RichText> renew(Card card) {
    cards.trust(card.post());
    Card now = card.telling(succession.of(card));
    Optional<RichText> text = texts.of(now).map(owing::text);
    if (text.isEmpty()) {
      cards.forget(card.post());
      return Optional.empty();
    }
    Fingerprint shows = Fingerprint.of(text.get().markdown());
    boolean isSame = shows.equals(card.shows());
    cards.put(isSame ? now : now.changedTo(shows));
    return text.filter(shown -> !isSame);
  }
}
