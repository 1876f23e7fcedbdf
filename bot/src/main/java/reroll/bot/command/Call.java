package reroll.bot.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import reroll.bot.digest.Calendar;
import reroll.bot.filter.FilterParser;
import reroll.bot.follow.Audience;
import reroll.bot.follow.Follows;
import reroll.bot.role.Right;
import reroll.bot.role.Roles;
import reroll.bot.schedule.Schedules;
import reroll.bot.series.SeriesTracker;

/**
 * One command being carried out: what was said, by whom, and what the bot knows. State thread only.
 */
public record Call(Request request, Speaker speaker, Instant now, Knowledge known) {

  /**
   * Who said it, and where.
   *
   * @param below the revision of whose card it was said below
   */
  public record Speaker(String channel, String user, Optional<Long> below) {}

  /** Whether the one who speaks may do such a thing here. */
  boolean may(Right right) {
    return known.roles().may(speaker.channel(), speaker.user(), right);
  }

  /**
   * What commands can see and change.
   *
   * @param lists as configured, in the order of the configuration
   * @param groups of lists, as configured
   * @param reading how far each list is known
   * @param health how the reading goes, as told with the question
   * @param audience who wants to hear of what
   * @param filters reads filters
   * @param roles who may do what
   * @param owedPosts how many posts wait for their chats
   * @param refusedPosts how many no chat would take
   * @param calendar of those who speak, or are told
   */
  public record Knowledge(
      List<ListInfo> lists,
      List<ListGroup> groups,
      List<Reading> reading,
      List<SourceHealth> health,
      SeriesTracker tracker,
      Audience audience,
      FilterParser filters,
      Roles roles,
      Schedules schedules,
      int owedPosts,
      int refusedPosts,
      Calendar calendar) {

    public Knowledge {
      lists = List.copyOf(lists);
      groups = List.copyOf(groups);
      reading = List.copyOf(reading);
      health = List.copyOf(health);
    }

    /** Of days and hours. */
    public ZoneId zone() {
      return calendar.zone();
    }

    public Follows follows() {
      return audience.follows();
    }

    /** What digests can be about. */
    public Scopes scopes() {
      return new Scopes(lists, groups);
    }

    Optional<ListInfo> list(String name) {
      return lists.stream().filter(list -> list.name().equalsIgnoreCase(name)).findFirst();
    }
  }

  /**
   * How far a list is known.
   *
   * @param mails that were read
   * @param broken that could not be read
   * @param caughtUp whether its archive has been read to the end once
   * @param firstArrival of its oldest mail
   * @param lastBroken arrival of the newest that could not be read
   * @param lastArrival of its newest mail
   * @param place up to which it was read, as its archive calls that; empty before the first mail
   */
  public record Reading(
      String list,
      long mails,
      long broken,
      boolean caughtUp,
      Optional<Instant> firstArrival,
      Optional<Instant> lastBroken,
      Optional<Instant> lastArrival,
      String place) {}

  String word(int index) {
    return index < request.words().size() ? request.words().get(index) : "";
  }
}
