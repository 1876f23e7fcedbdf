package reroll.bot.follow;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
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
    return numbers(series)
            .mapToObj(number -> Optional.ofNullable(mutes.remove(new Key(channel, number))))
            .filter(Optional::isPresent)
            .count()
        > 0;
  }

  /** The mute of a series in a channel. */
  public Optional<Mute> find(String channel, Series series) {
    return numbers(series)
        .mapToObj(number -> Stream.ofNullable(mutes.get(new Key(channel, number))))
        .flatMap(each -> each)
        .findFirst();
  }

  /** All by which a series may have been named. */
  private static LongStream numbers(Series series) {
    return LongStream.concat(
        LongStream.of(series.id()), series.aliases().stream().mapToLong(Long::longValue));
  }

  public Collection<Mute> all() {
    return Collections.unmodifiableCollection(mutes.values());
  }

  public List<Mute> in(String channel) {
    return mutes.values().stream().filter(mute -> mute.channel().equals(channel)).toList();
  }
}
