package reroll.bot.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import reroll.bot.mail.Applied;
import reroll.bot.series.Reception;
import reroll.bot.series.Reception.AppliedNote;
import reroll.bot.series.Reception.ReviewNote;
import reroll.bot.series.Revision;

/**
 * How a revision stands, as far as mail tells. Never more certain than what it was concluded from,
 * which is kept beside it. Immutable.
 *
 * @param since when it came to stand so
 * @param grounds what it was concluded from
 */
public record Standing(Kind kind, Instant since, List<Ground> grounds) {
  /** Where a revision can stand. */
  public enum Kind {
    /** Nobody but robots has answered. */
    WAITS_FOR_REVIEW,
    /** People speak about it, and its author spoke last. */
    UNDER_REVIEW,
    /** People spoke last, and not only in praise. */
    WAITS_FOR_AUTHOR,
    /** Somebody said no. */
    NACKED,
    /** Every patch has a review. */
    REVIEWED,
    APPLIED_IN_PART,
    APPLIED,
    SUPERSEDED,
    WITHDRAWN;

    /** Whether its author waits for others. */
    public boolean isForOthers() {
      return this == WAITS_FOR_REVIEW || this == UNDER_REVIEW || this == REVIEWED;
    }
  }

  /** One thing from which it was concluded. */
  public sealed interface Ground {
    /** Somebody said that it was applied. */
    record SaidApplied(AppliedNote note) implements Ground {}

    /** Somebody said no. */
    record SaidNo(ReviewNote note) implements Ground {}

    /** A later version is there. */
    record Newer(Revision revision) implements Ground {}

    /** Its author asked not to look at it. */
    record TakenBack(Instant at) implements Ground {}

    /** Answers of others, and what they say; none where there are none. */
    record Answers(int count, Optional<Instant> last) implements Ground {}

    /** Its author answered last. */
    record AuthorSpoke(Instant at) implements Ground {}
  }

  public Standing {
    grounds = List.copyOf(grounds);
  }

  /** How a revision stands now. */
  public static Standing of(Revision revision) {
    Reception reception = revision.reception();
    if (!reception.applied().isEmpty()) {
      return applied(revision, reception.applied());
    }
    if (reception.withdrawn().isPresent()) {
      Instant at = reception.withdrawn().get();
      return new Standing(Kind.WITHDRAWN, at, List.of(new Ground.TakenBack(at)));
    }
    Revision latest = revision.series().latest();
    if (latest != revision && revision.cameBefore(latest) && !latest.isPartial()) {
      return new Standing(Kind.SUPERSEDED, latest.began(), List.of(new Ground.Newer(latest)));
    }
    return open(revision, reception);
  }

  /** What a tool says is more than what a person does; parts may make up the whole. */
  private static Standing applied(Revision revision, List<AppliedNote> notes) {
    boolean whole = notes.stream().anyMatch(note -> isOfAll(note, revision));
    Set<Integer> parts = new HashSet<>();
    notes.forEach(note -> parts.addAll(note.applied().patches()));
    return new Standing(
        whole || hasAll(parts, revision) ? Kind.APPLIED : Kind.APPLIED_IN_PART,
        notes.get(0).at(),
        notes.stream().<Ground>map(Ground.SaidApplied::new).toList());
  }

  private static boolean isOfAll(AppliedNote note, Revision revision) {
    List<Integer> patches = note.applied().patches();
    return !note.applied().subset() && (patches.isEmpty() || hasAll(patches, revision));
  }

  private static boolean hasAll(Collection<Integer> patches, Revision revision) {
    return IntStream.rangeClosed(1, revision.total()).allMatch(patches::contains);
  }

  private static Standing open(Revision revision, Reception reception) {
    List<Ground> grounds = new ArrayList<>();
    Optional<ReviewNote> no =
        reception.reviews().stream().filter(note -> note.review().isNack()).findFirst();
    if (no.isPresent()) {
      return new Standing(Kind.NACKED, no.get().at(), List.of(new Ground.SaidNo(no.get())));
    }
    Optional<Instant> last = reception.lastAnswer();
    grounds.add(new Ground.Answers(reception.answers(), last));
    if (ReviewLedger.of(revision).isReviewed()) {
      return new Standing(Kind.REVIEWED, last.orElse(revision.began()), grounds);
    }
    if (last.isEmpty()) {
      return new Standing(Kind.WAITS_FOR_REVIEW, revision.began(), grounds);
    }
    Optional<Instant> author = reception.authorSpoke().filter(at -> at.isAfter(last.get()));
    author.ifPresent(at -> grounds.add(new Ground.AuthorSpoke(at)));
    return new Standing(
        author.isPresent() ? Kind.UNDER_REVIEW : Kind.WAITS_FOR_AUTHOR,
        author.orElse(last.get()),
        grounds);
  }

  /** Whether people contradict each other: applied by one, and refused by another or again. */
  public boolean isContradicted(Revision revision) {
    boolean no = revision.reception().reviews().stream().anyMatch(n -> n.review().isNack());
    return (kind == Kind.APPLIED || kind == Kind.APPLIED_IN_PART)
        && (no || revision.reception().withdrawn().isPresent());
  }

  /** Whether a tool, not only a person, says that it was applied. */
  public boolean isCertain() {
    return grounds.stream()
        .anyMatch(
            ground ->
                ground instanceof Ground.SaidApplied said
                    && said.note().applied().how() != Applied.How.HAND);
  }
}
