package reroll.bot.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.bot.mail.Applied;
import reroll.bot.mail.Applied.How;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.Person;
import reroll.bot.mail.Reply;
import reroll.bot.mail.Review;
import reroll.bot.mail.RobotReport;
import reroll.bot.mail.Robots;

/**
 * What others made of a revision. Immutable.
 *
 * @param answers how many mails of people other than the author
 * @param answered when the first of those came
 * @param lastAnswer when the last of those came
 * @param authorSpoke when the author last said something below it
 * @param reviews the first that were given, at most {@link #MAX_REVIEWS}
 * @param robots what robots found, the first of each, at most {@link #MAX_ROBOTS}
 * @param applied who said that it was applied, the first ones, at most {@link #MAX_APPLIED}
 * @param withdrawn when its author asked not to look at it
 */
public record Reception(
    int answers,
    Optional<Instant> answered,
    Optional<Instant> lastAnswer,
    Optional<Instant> authorSpoke,
    List<ReviewNote> reviews,
    List<RobotNote> robots,
    List<AppliedNote> applied,
    Optional<Instant> withdrawn) {
  static final int MAX_REVIEWS = 64;
  static final int MAX_ROBOTS = 16;
  static final int MAX_APPLIED = 8;

  static final Reception NONE =
      new Reception(
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty());

  /**
   * One review.
   *
   * @param sender who wrote the mail; the review may name another
   * @param mail in which it stands
   */
  public record ReviewNote(Review review, Person sender, MessageId mail, Instant at) {
    /** Whether it is for the patch at a place. */
    public boolean isFor(int patch) {
      return review.patches().isEmpty() || review.patches().contains(patch);
    }
  }

  /** What one robot found. */
  public record RobotNote(RobotReport report, Instant at) {}

  /** One statement that it was applied. */
  public record AppliedNote(Applied applied, Person by, Instant at) {}

  public Reception {
    reviews = List.copyOf(reviews);
    robots = List.copyOf(robots);
    applied = List.copyOf(applied);
  }

  /** Takes one more answer into account. */
  Reception with(Reply reply, Instant at, boolean byAuthor) {
    if (byAuthor) {
      return new Reception(
          answers,
          answered,
          lastAnswer,
          Optional.of(at),
          reviews,
          robots,
          withAppliedByAuthor(reply, at),
          reply.withdraws() ? withdrawn.or(() -> Optional.of(at)) : withdrawn);
    }
    boolean robot =
        Robots.isRobot(reply.author())
            || reply.applied().filter(a -> a.how().isRobot()).isPresent();
    return new Reception(
        robot ? answers : answers + 1,
        robot ? answered : answered.or(() -> Optional.of(at)),
        robot ? lastAnswer : Optional.of(at),
        authorSpoke,
        withReviews(reply, at, robot),
        withRobot(reply, at),
        withApplied(reply, at),
        withdrawn);
  }

  /** Robots write tags for others to copy; only what they tested is their own. */
  private List<ReviewNote> withReviews(Reply reply, Instant at, boolean robot) {
    List<ReviewNote> all = new ArrayList<>(reviews);
    for (Review review : reply.reviews()) {
      boolean counts = !robot || review.kind().equals("Tested-by");
      if (counts && all.size() < MAX_REVIEWS && all.stream().noneMatch(n -> isSame(n, review))) {
        all.add(new ReviewNote(review, reply.author(), reply.id(), at));
      }
    }
    return all;
  }

  private static boolean isSame(ReviewNote note, Review review) {
    return note.review().kind().equals(review.kind())
        && note.review().by().display().equals(review.by().display())
        && note.review().patches().equals(review.patches());
  }

  private List<RobotNote> withRobot(Reply reply, Instant at) {
    boolean isNew =
        reply.robot().isPresent()
            && robots.stream().noneMatch(note -> note.report().equals(reply.robot().get()));
    if (!isNew || robots.size() >= MAX_ROBOTS) {
      return robots;
    }
    List<RobotNote> all = new ArrayList<>(robots);
    all.add(new RobotNote(reply.robot().get(), at));
    return all;
  }

  /** Maintainers apply their own, too; an author's words may be about the version to come. */
  private List<AppliedNote> withAppliedByAuthor(Reply reply, Instant at) {
    boolean byTool = reply.applied().filter(said -> said.how() != How.HAND).isPresent();
    return byTool ? withApplied(reply, at) : applied;
  }

  private List<AppliedNote> withApplied(Reply reply, Instant at) {
    return reply
        .applied()
        .map(said -> AppliedNotes.with(new AppliedNote(said, reply.author(), at), applied))
        .orElse(applied);
  }

  /** The names of those who looked at it or tested it, in the order in which they said so. */
  public List<String> reviewers() {
    return reviews.stream()
        .filter(note -> isReviewer(note.review()))
        .map(note -> note.sender().display())
        .distinct()
        .toList();
  }

  private static boolean isReviewer(Review review) {
    return review.isOfCode() || review.kind().equals("Tested-by");
  }
}
