package reroll.bot.digest;

import java.util.Collection;
import java.util.List;
import reroll.bot.series.Revision;
import reroll.bot.series.TrackedMail;

/**
 * The lists that a digest is about. Immutable.
 *
 * @param name what people call them together; of a single list its own name
 * @param lists their short names
 */
public record Scope(String name, List<String> lists) {
  public Scope {
    lists = List.copyOf(lists);
  }

  /** A single list. */
  public static Scope of(String list) {
    return new Scope(list, List.of(list));
  }

  /** Whether any mail of a revision came to one of the lists. */
  boolean holds(Revision revision) {
    return revision.mails().stream().anyMatch(this::holds);
  }

  /** Whether a mail came to one of the lists. */
  boolean holds(TrackedMail mail) {
    return holdsAny(mail.lists());
  }

  /** Whether some of these lists are meant. */
  public boolean holdsAny(Collection<String> some) {
    return lists.stream().anyMatch(some::contains);
  }
}
