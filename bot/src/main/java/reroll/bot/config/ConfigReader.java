package reroll.bot.config;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reroll.bot.digest.Calendar;
import reroll.bot.filter.FilterParser;
import reroll.bot.filter.Vocabulary;
import reroll.bot.role.Roles;
import reroll.bot.schedule.Schedule;
import reroll.connectors.archive.ArchiveSource;
import reroll.templates.own.OwnTemplates;

/** Knows the shape of the file: which section stands where. */
final class ConfigReader {
  private final RecordBinder binder;
  private final Kinds<ArchiveSource.Factory<?>> archives;
  private final GroupReader groups;
  private final ScheduleReader schedules;
  private final ChatReader chats;
  private final Names names;
  private final Problems problems;

  ConfigReader(RecordBinder binder, KnownKinds kinds, Problems problems) {
    this.binder = binder;
    this.archives = new Kinds<>("archive", kinds.archives(), ArchiveSource.Factory::type);
    this.names = new Names(problems);
    this.groups = new GroupReader(names, problems);
    this.schedules = new ScheduleReader(binder, names, problems);
    this.chats = new ChatReader(binder, kinds.chats(), names, problems);
    this.problems = problems;
  }

  /** The configuration; empty where something is wrong, which is told. */
  Optional<BotConfig> read(Section root) {
    Optional<GeneralKeys> general = binder.bind(root, GeneralKeys.class);
    Optional<MonitorConfig> monitor = monitor(root);
    List<ListConfig> lists = lists(root);
    List<String> names = lists.stream().map(ListConfig::name).toList();
    List<GroupConfig> grouped = groups.read(root, names);
    Vocabulary vocabulary =
        new VocabularyReader(problems).read(root, names, general.flatMap(GeneralKeys::maintainers));
    List<ChatConfig<?>> talks =
        chats.read(root, new ChannelReader(binder, names, vocabulary, problems));
    ZoneId zone = general.map(GeneralKeys::zone).orElse(ZoneOffset.UTC);
    Calendar calendar = new Calendar(zone, new TagReader(problems).read(root, zone));
    ScheduleReader.Known known =
        new ScheduleReader.Known(scopes(lists, grouped), talks, zone, new FilterParser(vocabulary));
    List<Schedule> planned = schedules.read(root, known);
    Roles roles =
        new RoleReader(problems).read(root, talks.stream().map(ChatConfig::name).toList());
    root.refuseOthers();
    return general.map(
        keys ->
            new BotConfig(
                keys.state(),
                calendar,
                keys.snapshotEvery(),
                keys.quiet(),
                keys.mails(),
                keys.lookup(),
                monitor,
                lists,
                grouped,
                planned,
                talks,
                own(keys),
                vocabulary,
                roles,
                keys.log()));
  }

  private Optional<MonitorConfig> monitor(Section root) {
    Optional<Section> section =
        root.take("monitor")
            .flatMap(
                entry -> Section.of(entry, "the monitor's keys, such as port: 9464", problems));
    Optional<MonitorConfig> monitor =
        section.flatMap(keys -> binder.bind(keys, MonitorConfig.class));
    section.ifPresent(Section::refuseOthers);
    return monitor;
  }

  private OwnTemplates own(GeneralKeys keys) {
    OwnTemplates own = keys.templates().map(OwnTemplates::in).orElse(OwnTemplates.NONE);
    own.problems().forEach(problem -> problems.add("templates: " + problem));
    return own;
  }

  private static List<String> scopes(List<ListConfig> lists, List<GroupConfig> groups) {
    return Stream.concat(
            lists.stream().map(ListConfig::name), groups.stream().map(GroupConfig::name))
        .toList();
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
      names.check("list", section.get());
      section.get().all().forEach(list -> list(list).ifPresent(lists::add));
    }
    return lists;
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
    return archives.of(section, problems).flatMap(kind -> bound(section, kind));
  }

  private <S extends Record> Optional<ArchiveConfig<?>> bound(
      Section section, ArchiveSource.Factory<S> factory) {
    Optional<S> settings = binder.bind(section, factory.settings());
    section.refuseOthers();
    return settings.map(said -> new ArchiveConfig<>(factory, said));
  }
}
