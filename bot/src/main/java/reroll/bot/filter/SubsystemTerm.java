package reroll.bot.filter;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code subsystem:kvm}, {@code maintainer:ann}: it touches what belongs to one of these. */
record SubsystemTerm(List<Subsystem> subsystems) implements Term {
  /** A word that fits more says too little. */
  static final int MAX = 100;

  SubsystemTerm {
    subsystems = List.copyOf(subsystems);
  }

  static List<Term> byName(String value, Vocabulary vocabulary) throws BadFilter {
    Maintainers all = vocabulary.maintainers();
    List<Subsystem> found = all.named(value);
    if (found.isEmpty()) {
      throw new BadFilter(missing(all, Unknown.of("subsystem", value, all.names())));
    }
    return of(found, value);
  }

  static List<Term> byPerson(String value, Vocabulary vocabulary) throws BadFilter {
    Maintainers all = vocabulary.maintainers();
    List<Subsystem> found = all.of(value);
    if (found.isEmpty()) {
      throw new BadFilter(missing(all, "nobody called " + value + " maintains anything"));
    }
    return of(found, value);
  }

  private static String missing(Maintainers all, String otherwise) {
    return all.names().isEmpty()
        ? "no MAINTAINERS file stands in the configuration (key maintainers)"
        : otherwise;
  }

  private static List<Term> of(List<Subsystem> found, String value) throws BadFilter {
    if (found.size() > MAX) {
      throw new BadFilter(found.size() + " subsystems fit " + value + "; say more of the name");
    }
    return List.of(new SubsystemTerm(found));
  }

  @Override
  public boolean matches(Traits traits) {
    return subsystems.stream().anyMatch(traits::isOf);
  }

  @Override
  public Set<Feature> anchors() {
    Set<Feature> roots =
        subsystems.stream()
            .flatMap(subsystem -> subsystem.files().stream())
            .map(glob -> new Feature(Feature.Of.PATH, glob.root()))
            .collect(Collectors.toUnmodifiableSet());
    boolean certain = subsystems.stream().allMatch(Subsystem::isKnownByFilesOnly);
    return certain && roots.stream().noneMatch(root -> root.value().isEmpty()) ? roots : Set.of();
  }
}
