package reroll.bot.follow;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reroll.bot.series.Series;

/** All mutes, in the order in which they were asked for. State thread only. */
public final class Mutes {
  /** More are refused with a message. */
  public static final int MAX = 10_000;

  private record Key(String channel, long series) {}

  private final Map<Key, Mute> mutes = new LinkedHashMap<>();

  /**
   * Adds a mute.
   *
   * @return false if there are too many
   */
  public boolean add(Mute mute) {
    if (mutes.size() >= MAX) {
      return false;
    }
    mutes.putIfAbsent(new Key(mute.channel(), mute.series()), mute);
    return true;
  }

  /** Ends the mute of a series in a channel; returns whether there was one. */
  public boolean remove(String channel, Series series) {
    return mutes.keySet().removeAll(keys(channel, series));
  }

  /** The mute of a series in a channel. */
  public Optional<Mute> find(String channel, Series series) {
    return keys(channel, series).stream()
        .flatMap(key -> Stream.ofNullable(mutes.get(key)))
        .findFirst();
  }

  private static Set<Key> keys(String channel, Series series) {
    return series.numbers().stream()
        .map(number -> new Key(channel, number))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public Collection<Mute> all() {
    return Collections.unmodifiableCollection(mutes.values());
  }

  public List<Mute> in(String channel) {
    return mutes.values().stream().filter(mute -> mute.channel().equals(channel)).toList();
  }
}
