package reroll.bot.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.bot.mail.Applied;
import reroll.bot.mail.Person;
import reroll.bot.mail.Reply;
import reroll.bot.mail.Robots;
import reroll.bot.mail.Trailer;

/**
 * What others made of a revision. Immutable.
 *
 * @param answers how many mails of people other than the author
 * @param answered when the first of those came
 * @param reviewers who gave a review trailer, at most {@link #MAX_REVIEWERS}
 * @param applied who said that it was applied, the first ones, at most {@link #MAX_APPLIED}
 * @param withdrawn when its author asked not to look at it
 */
public record Reception(
    int answers,
    Optional<Instant> answered,
    List<String> reviewers,
    List<AppliedNote> applied,
    Optional<Instant> withdrawn) {
  static final int MAX_REVIEWERS = 12;
  static final int MAX_APPLIED = 4;

  static final Reception NONE =
      new Reception(0, Optional.empty(), List.of(), List.of(), Optional.empty());

  /** One statement that it was applied. */
  public record AppliedNote(Applied applied, Person by, Instant at) {}

  public Reception {
    reviewers = List.copyOf(reviewers);
    applied = List.copyOf(applied);
  }

  /** Takes one more answer into account. */
  Reception with(Reply reply, Instant at, boolean byAuthor) {
    if (byAuthor) {
      return reply.withdraws() && withdrawn.isEmpty()
          ? new Reception(answers, answered, reviewers, applied, Optional.of(at))
          : this;
    }
    boolean robot = Robots.isRobot(reply.author());
    return new Reception(
        robot ? answers : answers + 1,
        robot ? answered : answered.or(() -> Optional.of(at)),
        withReviewer(reply),
        withApplied(reply, at),
        withdrawn);
  }

  private List<String> withReviewer(Reply reply) {
    String name = reply.author().display();
    boolean reviews = reply.trailers().stream().anyMatch(Reception::isReview);
    if (!reviews || reviewers.contains(name) || reviewers.size() >= MAX_REVIEWERS) {
      return reviewers;
    }
    List<String> all = new ArrayList<>(reviewers);
    all.add(name);
    return all;
  }

  private static boolean isReview(Trailer trailer) {
    return switch (trailer.key().toLowerCase(java.util.Locale.ROOT)) {
      case "reviewed-by", "acked-by", "tested-by", "nacked-by" -> true;
      default -> false;
    };
  }

  private List<AppliedNote> withApplied(Reply reply, Instant at) {
    if (reply.applied().isEmpty() || applied.size() >= MAX_APPLIED) {
      return applied;
    }
    List<AppliedNote> all = new ArrayList<>(applied);
    all.add(new AppliedNote(reply.applied().get(), reply.author(), at));
    return all;
  }
}
