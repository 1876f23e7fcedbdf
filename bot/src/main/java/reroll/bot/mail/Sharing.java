package reroll.bot.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one of equal values, so that each is kept once: mails of one series, and of one list, name
 * the same people, files and mails over and over. Knows the values that were asked for last, so it
 * is bounded; what comes again later is kept once more. One thread.
 */
public final class Sharing {
  /** Values of a generation; there are two. A few days of the busiest list have as many. */
  static final int GENERATION = 10_000;

  private Map<Object, Object> young = new HashMap<>();
  private Map<Object, Object> old = Map.of();

  /** The value itself, or an equal one that is kept already. */
  public <T> T one(T value) {
    Object known = young.get(value);
    if (known == null) {
      known = old.getOrDefault(value, value);
      if (young.size() == GENERATION) {
        old = young;
        young = new HashMap<>();
      }
      young.put(known, known);
    }
    // A value is kept under itself, and equal values here are of one class.
    @SuppressWarnings("unchecked")
    T one = (T) known;
    return one;
  }

  /** How many values it knows. */
  int size() {
    return young.size() + old.size();
  }

  /** A mail whose parts are shared with those before it. */
  public PatchMail of(PatchMail mail) {
    return new PatchMail(
        one(mail.id()),
        all(mail.parents()),
        of(mail.subject()),
        one(mail.author()),
        one(mail.sender()),
        mail.hasDiff(),
        all(mail.files()),
        one(mail.lines()),
        one(mail.sketch()),
        optional(mail.changeId()),
        mail.earlier().isEmpty() ? List.of() : mail.earlier().stream().map(this::of).toList(),
        mail.stable(),
        mail.changelog(),
        all(mail.reviews()),
        one(mail.addressees()));
  }

  /** A reply of which is shared what may be kept. */
  public Reply of(Reply reply) {
    return new Reply(
        reply.id(),
        reply.parents(),
        one(reply.author()),
        reply.subject(),
        reply.reviews().stream().map(this::of).toList(),
        reply.applied(),
        reply.robot(),
        reply.withdraws());
  }

  private Review of(Review review) {
    return new Review(
        one(review.kind()), one(review.by()), review.conditional(), all(review.patches()));
  }

  private PatchSubject of(PatchSubject subject) {
    return new PatchSubject(
        subject.marked(),
        subject.pull(),
        one(subject.version()),
        subject.versionGiven(),
        optional(subject.counter()),
        subject.rfc(),
        subject.resent(),
        all(subject.tags()),
        all(subject.trees()),
        subject.autosel(),
        one(subject.title()));
  }

  private EarlierVersion of(EarlierVersion earlier) {
    return new EarlierVersion(optional(earlier.version()), one(earlier.id()));
  }

  private <T> Optional<T> optional(Optional<T> value) {
    return value.isEmpty() ? value : one(value.map(this::one));
  }

  /** A list that does not come again has parts that do. */
  private <T> List<T> all(List<T> values) {
    List<T> shared = new ArrayList<>(values.size());
    values.forEach(value -> shared.add(one(value)));
    return shared.isEmpty() ? List.of() : one(List.copyOf(shared));
  }
}
