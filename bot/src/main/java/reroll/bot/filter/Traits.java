package reroll.bot.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reroll.bot.mail.Addressees;
import reroll.bot.mail.PatchMail.LineCount;
import reroll.bot.mail.Person;
import reroll.bot.series.Revision;
import reroll.bot.series.TrackedMail;

/**
 * What filters look at in a revision, found out once for all of them, as it is at the moment. Used
 * by one thread.
 */
public final class Traits {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_]+");

  private final String authorAddress;
  private final Set<String> authorWords;
  private final List<String> domains;
  private final Set<String> files;
  private final List<String> titles;
  private final List<Set<String>> titleWords;
  private final Set<String> lists;
  private final Set<Kind> kinds;
  private final int patches;
  private final long lines;
  private final List<Addressees> addressees;

  /** What was found out of subsystems so far. */
  private final Map<Subsystem, Boolean> subsystems = new HashMap<>();

  private Traits(Revision revision) {
    Person author = revision.author();
    authorAddress = author.address().toLowerCase(Locale.ROOT);
    authorWords = words(author.name() + " " + authorAddress.replaceFirst("@.*", ""));
    domains = author.domain().map(Traits::withThoseAbove).orElse(List.of());
    files = files(revision);
    titles =
        Stream.concat(Stream.of(revision.title()), titlesOfPatches(revision)).distinct().toList();
    titleWords = titles.stream().map(Traits::words).toList();
    lists =
        revision.mails().stream()
            .flatMap(mail -> mail.lists().stream())
            .map(list -> list.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    kinds = Kind.of(revision);
    patches = revision.total();
    lines = lines(revision);
    addressees =
        revision.mails().stream().map(mail -> mail.mail().addressees()).distinct().toList();
  }

  public static Traits of(Revision revision) {
    return new Traits(revision);
  }

  private static List<String> withThoseAbove(String domain) {
    List<String> all = new ArrayList<>();
    int at = 0;
    while (at >= 0) {
      all.add(domain.substring(at));
      int dot = domain.indexOf('.', at);
      at = dot < 0 ? -1 : dot + 1;
    }
    return List.copyOf(all);
  }

  /** Those that the patches touch; where no patch is here, those that the cover lists. */
  private static Set<String> files(Revision revision) {
    Set<String> touched = new HashSet<>();
    revision.patches().forEach(patch -> touched.addAll(patch.mail().files()));
    if (touched.isEmpty()) {
      revision.cover().ifPresent(cover -> touched.addAll(cover.mail().files()));
    }
    return Set.copyOf(touched);
  }

  private static Stream<String> titlesOfPatches(Revision revision) {
    return revision.patches().stream().map(patch -> patch.mail().subject().title());
  }

  private static long lines(Revision revision) {
    long changed = revision.patches().stream().mapToLong(Traits::lines).sum();
    return revision.cover().map(Traits::lines).filter(said -> said > 0).orElse(changed);
  }

  private static long lines(TrackedMail mail) {
    LineCount lines = mail.mail().lines();
    return (long) lines.added() + lines.removed();
  }

  /** Words in lower case: letters, digits and underscores that stand together. */
  static Set<String> words(String text) {
    return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** All by which a filter that matches can be found. */
  public Set<Feature> features() {
    Set<Feature> all = new HashSet<>();
    all.add(new Feature(Feature.Of.AUTHOR, authorAddress));
    authorWords.forEach(word -> all.add(new Feature(Feature.Of.AUTHOR, word)));
    domains.forEach(domain -> all.add(new Feature(Feature.Of.DOMAIN, domain)));
    files.forEach(file -> addWithFolders(file, all));
    titleWords.forEach(
        words -> words.forEach(word -> all.add(new Feature(Feature.Of.TITLE, word))));
    lists.forEach(list -> all.add(new Feature(Feature.Of.LIST, list)));
    return all;
  }

  private static void addWithFolders(String file, Set<Feature> all) {
    for (int end = file.length(); end > 0; end = file.lastIndexOf('/', end - 1)) {
      all.add(new Feature(Feature.Of.PATH, file.substring(0, end)));
    }
  }

  boolean isOf(Subsystem subsystem) {
    return subsystems.computeIfAbsent(subsystem, each -> each.concerns(this));
  }

  String authorAddress() {
    return authorAddress;
  }

  Set<String> authorWords() {
    return authorWords;
  }

  List<String> domains() {
    return domains;
  }

  Set<String> files() {
    return files;
  }

  List<String> titles() {
    return titles;
  }

  List<Set<String>> titleWords() {
    return titleWords;
  }

  Set<String> lists() {
    return lists;
  }

  Set<Kind> kinds() {
    return kinds;
  }

  List<Addressees> addressees() {
    return addressees;
  }

  int patches() {
    return patches;
  }

  long lines() {
    return lines;
  }
}
