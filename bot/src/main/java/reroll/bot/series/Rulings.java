package reroll.bot.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.Version;

/** All that people said of how mails belong together. Changed by the tracker alone. */
public final class Rulings {
  /** More are refused: each costs a little with every mail of its series. */
  public static final int MAX = 1_000;

  /** From the oldest to the newest. */
  private final List<Ruling> all = new ArrayList<>();

  private final Map<MessageId, List<Ruling>> byMail = new HashMap<>();

  /** From the oldest to the newest. */
  public List<Ruling> all() {
    return Collections.unmodifiableList(all);
  }

  /** Those that name this mail, from the oldest to the newest. */
  public List<Ruling> of(MessageId mail) {
    return byMail.getOrDefault(mail, List.of());
  }

  /** Those that name a mail of this revision. */
  public List<Ruling> of(Revision revision) {
    if (all.isEmpty()) {
      return List.of();
    }
    Set<Ruling> found = new LinkedHashSet<>();
    revision.mails().forEach(mail -> found.addAll(of(mail.id())));
    return List.copyOf(found);
  }

  /** The version of which a person said that this revision is; of several the newest word. */
  Optional<Version> version(Revision revision) {
    if (all.isEmpty()) {
      return Optional.empty(); // a start asks for every revision
    }
    return of(revision).stream()
        .filter(Ruling.Counted.class::isInstance)
        .min(Comparator.comparingInt(this::age))
        .map(ruling -> ((Ruling.Counted) ruling).version());
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  boolean isFull() {
    return all.size() >= MAX;
  }

  void add(Ruling ruling) {
    all.add(ruling);
    ruling.mails().forEach(id -> byMail.computeIfAbsent(id, k -> new ArrayList<>(1)).add(ruling));
  }

  void remove(Ruling ruling) {
    all.remove(ruling);
    for (MessageId id : ruling.mails()) {
      List<Ruling> left = byMail.getOrDefault(id, List.of());
      if (left.remove(ruling) && left.isEmpty()) {
        byMail.remove(id);
      }
    }
  }

  /** How many were said after this one. */
  int age(Ruling ruling) {
    return all.size() - 1 - all.indexOf(ruling);
  }

  /** Those that were said after this one. */
  List<Ruling> after(Ruling ruling) {
    return all.subList(all.size() - age(ruling), all.size());
  }
}
