package reroll.bot.follow;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import reroll.bot.filter.BadFilter;
import reroll.bot.filter.Filter;
import reroll.bot.filter.FilterIndex;
import reroll.bot.filter.FilterParser;
import reroll.bot.filter.Traits;
import reroll.bot.follow.Subscription.Topic;

/**
 * All subscriptions, in the order in which they were asked for; one for each topic. One whose
 * filter can no longer be read, because a team or list is gone from the configuration, stays and
 * lets nothing through. State thread only.
 */
public final class Subscriptions {
  /** More are refused with a message. */
  public static final int MAX = 10_000;

  private final FilterParser parser;
  private final Map<Topic, Subscription> all = new LinkedHashMap<>();
  private final FilterIndex<Topic> filters = new FilterIndex<>();

  public Subscriptions(FilterParser parser) {
    this.parser = parser;
  }

  /**
   * Adds one, or puts it in the place of that of the same topic.
   *
   * @return false if there are too many
   */
  public boolean add(Subscription subscription) {
    if (all.size() >= MAX && !all.containsKey(subscription.topic())) {
      return false;
    }
    all.put(subscription.topic(), subscription);
    try {
      filters.put(subscription.topic(), filter(subscription.topic()));
    } catch (BadFilter unreadable) {
      filters.remove(subscription.topic());
    }
    return true;
  }

  private Filter filter(Topic topic) throws BadFilter {
    String list = topic.list().map(name -> "list:" + name + " ").orElse("");
    return parser.parse(list + topic.filter());
  }

  /** Why a subscription lets nothing through, in one sentence; empty where it works. */
  public Optional<String> problem(Subscription subscription) {
    try {
      filter(subscription.topic());
      return Optional.empty();
    } catch (BadFilter unreadable) {
      return Optional.of(unreadable.getMessage());
    }
  }

  /** Removes those that match and do not stand in the configuration; returns how many. */
  public int remove(Predicate<Subscription> which) {
    List<Subscription> gone =
        all.values().stream().filter(s -> !s.configured()).filter(which).toList();
    gone.forEach(this::drop);
    return gone.size();
  }

  private void drop(Subscription subscription) {
    all.remove(subscription.topic());
    filters.remove(subscription.topic());
  }

  /**
   * Takes up what the configuration says from now on.
   *
   * @param seen the number of the newest revision; what is there already is no news for new ones
   */
  public void configure(Collection<Topic> topics, Instant now, long seen) {
    Set<Topic> wanted = new HashSet<>(topics);
    all.values().stream()
        .filter(s -> s.configured() && !wanted.contains(s.topic()))
        .toList()
        .forEach(this::drop);
    for (Topic topic : topics) {
      Subscription before = all.get(topic);
      add(
          before == null
              ? new Subscription(topic, "the configuration", now, seen, true)
              : new Subscription(topic, before.by(), before.since(), before.seen(), true));
    }
  }

  /** Whether the configuration says just this. */
  public boolean isConfiguredAs(Collection<Topic> topics) {
    Set<Topic> configured = new HashSet<>();
    all.values().stream().filter(Subscription::configured).forEach(s -> configured.add(s.topic()));
    return configured.equals(new HashSet<>(topics));
  }

  public Optional<Subscription> find(Topic topic) {
    return Optional.ofNullable(all.get(topic));
  }

  /** Those that let a revision through. */
  List<Subscription> matching(Traits traits) {
    return filters.matching(traits).stream().map(all::get).toList();
  }

  public Collection<Subscription> all() {
    return Collections.unmodifiableCollection(all.values());
  }

  public List<Subscription> in(String channel) {
    return all.values().stream().filter(s -> s.channel().equals(channel)).toList();
  }
}
