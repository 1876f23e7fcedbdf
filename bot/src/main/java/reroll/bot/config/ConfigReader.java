package reroll.bot.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reroll.bot.words.Nearest;
import reroll.connectors.archive.ArchiveSource;

/** Knows the shape of the file: which section stands where. */
final class ConfigReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final RecordBinder binder;
  private final List<ArchiveSource.Factory<?>> archives;
  private final Problems problems;

  ConfigReader(RecordBinder binder, List<ArchiveSource.Factory<?>> archives, Problems problems) {
    this.binder = binder;
    this.archives = archives;
    this.problems = problems;
  }

  /** The configuration; empty where something is wrong, which is told. */
  Optional<BotConfig> read(Section root) {
    Optional<GeneralKeys> general = binder.bind(root, GeneralKeys.class);
    List<ListConfig> lists = lists(root);
    root.refuseOthers();
    return general.map(
        keys ->
            new BotConfig(
                keys.state(),
                keys.zone(),
                keys.snapshotEvery(),
                keys.mails(),
                keys.lookup(),
                lists));
  }

  private List<ListConfig> lists(Section root) {
    List<ListConfig> lists = new ArrayList<>();
    Optional<Entry> entry = root.take("lists");
    if (entry.isEmpty()) {
      problems.add(root.line(), "the file lacks \"lists\", the mailing lists to watch");
      return lists;
    }
    Optional<Section> section =
        Section.of(entry.get(), "at least one list, by its short name such as kvm:", problems);
    if (section.isPresent()) {
      if (section.get().all().isEmpty()) {
        problems.add(section.get().line(), "lists: no list stands here; name at least one");
      }
      checkNames(section.get());
      section.get().all().forEach(list -> list(list).ifPresent(lists::add));
    }
    return lists;
  }

  private void checkNames(Section lists) {
    Map<String, Entry> byName = new HashMap<>(); // people may type them in any case
    for (Entry list : lists.all()) {
      if (!NAME.matcher(list.key()).matches()) {
        problems.add(
            list.line(),
            Quoted.of(list.key())
                + " cannot be a list's name; use letters, digits, - . _ (64 at most),"
                + " a letter or digit first");
      }
      Entry before = byName.putIfAbsent(list.key().toLowerCase(Locale.ROOT), list);
      if (before != null) {
        problems.add(
            list.line(),
            Quoted.of(list.key())
                + " and the list on line "
                + before.line()
                + " differ in case only; use another name");
      }
    }
  }

  private Optional<ListConfig> list(Entry entry) {
    Optional<Section> section = Section.of(entry, "the list's keys, such as archive:", problems);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Optional<ListKeys> keys = binder.bind(section.get(), ListKeys.class);
    Optional<ArchiveConfig<?>> archive = archive(section.get());
    section.get().refuseOthers();
    if (keys.isEmpty() || archive.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ListConfig(
            entry.key(),
            keys.get().title().orElse(""),
            keys.get().web().map(ConfigReader::withSlash),
            keys.get().poll(),
            keys.get().start().orElseGet(() -> archive.get().firstReading()),
            archive.get()));
  }

  private static String withSlash(URI address) {
    String text = address.toString();
    return text.endsWith("/") ? text : text + "/";
  }

  private Optional<ArchiveConfig<?>> archive(Section list) {
    Optional<Entry> entry = list.take("archive");
    if (entry.isEmpty()) {
      problems.add(list.line(), list.path() + " lacks \"archive\", where its mail is read");
      return Optional.empty();
    }
    return Section.of(entry.get(), "the archive's keys, such as type: git", problems)
        .flatMap(section -> typed(section));
  }

  private Optional<ArchiveConfig<?>> typed(Section section) {
    Optional<Entry> type = section.take("type");
    if (type.isEmpty()) {
      problems.add(section.line(), section.path() + " lacks \"type\"; known are " + types());
      return Optional.empty();
    }
    Optional<ArchiveSource.Factory<?>> factory = factory(type.get());
    if (factory.isEmpty()) {
      return Optional.empty();
    }
    Optional<ArchiveConfig<?>> archive = bound(section, factory.get());
    section.refuseOthers();
    return archive;
  }

  private Optional<ArchiveSource.Factory<?>> factory(Entry type) {
    String word = type.isScalar() ? type.text() : "";
    for (ArchiveSource.Factory<?> factory : archives) {
      if (factory.type().equals(word)) {
        return Optional.of(factory);
      }
    }
    String nearest =
        Nearest.of(word, archives.stream().map(ArchiveSource.Factory::type).toList())
            .map(near -> "; did you mean " + near + "?")
            .orElse("");
    problems.add(
        type.line(),
        "type: " + Quoted.of(word) + " is no kind of archive; known are " + types() + nearest);
    return Optional.empty();
  }

  private String types() {
    return archives.stream().map(ArchiveSource.Factory::type).collect(Collectors.joining(", "));
  }

  private <S extends Record> Optional<ArchiveConfig<?>> bound(
      Section section, ArchiveSource.Factory<S> factory) {
    return binder
        .bind(section, factory.settings())
        .map(settings -> new ArchiveConfig<>(factory, settings));
  }
}
