package reroll.bot.series;

import java.util.List;
import java.util.Optional;
import reroll.bot.mail.MessageId;

/** Which series must not become one, because a person said so. */
final class KeptApart {
  private final SeriesIndex index;
  private final Rulings rulings;

  KeptApart(SeriesIndex index, Rulings rulings) {
    this.index = index;
    this.rulings = rulings;
  }

  boolean forbids(Series a, Series b) {
    if (rulings.isEmpty()) {
      return false;
    }
    boolean fewer = a.revisions().size() <= b.revisions().size();
    Series less = fewer ? a : b;
    Series other = fewer ? b : a;
    return less.revisions().stream()
        .anyMatch(revision -> forbid(rulings.of(revision), less, other));
  }

  /** The same, by what was said after a ruling: that alone outranks it. */
  boolean forbidsSince(Ruling ruling, Series a, Series b) {
    return forbid(rulings.after(ruling), a, b);
  }

  private boolean forbid(List<Ruling> said, Series a, Series b) {
    for (Ruling ruling : said) {
      if (ruling instanceof Ruling.Apart apart) {
        Optional<Series> left = series(apart.mail());
        Optional<Series> right = series(apart.earlier());
        boolean there = left.equals(Optional.of(a)) && right.equals(Optional.of(b));
        if (there || (left.equals(Optional.of(b)) && right.equals(Optional.of(a)))) {
          return true;
        }
      }
    }
    return false;
  }

  private Optional<Series> series(MessageId id) {
    return index.mail(id).map(TrackedMail::revision).map(Revision::series);
  }
}
