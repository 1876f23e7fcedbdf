package reroll.bot.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.bot.words.Nearest;

/** Reads the section of the groups of lists, which may be left out. */
final class GroupReader {
  private final Names names;
  private final Problems problems;

  GroupReader(Names names, Problems problems) {
    this.names = names;
    this.problems = problems;
  }

  /**
   * The groups that can be read; what is wrong with the others is told.
   *
   * @param lists the names of all lists
   */
  List<GroupConfig> read(Section root, List<String> lists) {
    List<GroupConfig> groups = new ArrayList<>();
    Optional<Section> section =
        root.take("groups")
            .flatMap(
                entry -> Section.of(entry, "groups of lists, such as virt: kvm qemu", problems));
    if (section.isPresent()) {
      names.check("group", section.get());
      section.get().all().forEach(entry -> group(entry, lists).ifPresent(groups::add));
    }
    return groups;
  }

  private Optional<GroupConfig> group(Entry entry, List<String> lists) {
    if (entry.isBlank() || !entry.isScalar() || entry.text().isBlank()) {
      problems.add(
          entry.line(), entry.key() + ": here should stand names of lists, parted by blanks");
      return Optional.empty();
    }
    List<String> members = new ArrayList<>();
    for (String word : entry.text().strip().split("\\s+", -1)) {
      Optional<String> list = lists.stream().filter(word::equalsIgnoreCase).findFirst();
      list.ifPresentOrElse(members::add, () -> refuse(entry, word, lists));
    }
    return Optional.of(new GroupConfig(entry.key(), members));
  }

  private void refuse(Entry entry, String word, List<String> lists) {
    String advice =
        Nearest.of(word, lists)
            .map(name -> "did you mean " + name + "?")
            .orElse("the lists are " + String.join(", ", lists));
    problems.add(entry.line(), entry.key() + ": " + Quoted.of(word) + " is no list; " + advice);
  }
}
