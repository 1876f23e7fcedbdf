package reroll.bot.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.bot.filter.BadFilter;
import reroll.bot.filter.FilterParser;
import reroll.bot.filter.Vocabulary;
import reroll.bot.words.Nearest;

/** Reads the channels of a chat, which may be left out. */
final class ChannelReader {
  private final RecordBinder binder;
  private final List<String> lists;
  private final FilterParser filters;
  private final Problems problems;

  /**
   * Makes one.
   *
   * @param lists the names of the lists of the file
   */
  ChannelReader(RecordBinder binder, List<String> lists, Vocabulary vocabulary, Problems problems) {
    this.binder = binder;
    this.lists = List.copyOf(lists);
    this.filters = new FilterParser(vocabulary);
    this.problems = problems;
  }

  /** The channels of a chat; what is wrong with any is told. */
  List<ChannelConfig> read(Section chat) {
    List<ChannelConfig> channels = new ArrayList<>();
    section(chat.take("channels"), "at least one channel, as the chat names it")
        .ifPresent(all -> all.all().forEach(entry -> channel(entry).ifPresent(channels::add)));
    return channels;
  }

  private Optional<Section> section(Optional<Entry> entry, String wanted) {
    return entry.flatMap(present -> Section.of(present, wanted, problems));
  }

  private Optional<ChannelConfig> channel(Entry entry) {
    Optional<Section> section =
        section(Optional.of(entry), "the channel's keys, such as subscriptions:");
    if (section.isEmpty()) {
      return Optional.empty();
    }
    List<ChannelConfig.Subscribed> subscriptions = new ArrayList<>();
    section(section.get().take("subscriptions"), "lists with filters, such as kvm: path:virt/**")
        .ifPresent(all -> all.all().forEach(list -> subscriptions.addAll(subscribed(list))));
    Optional<ChannelKeys> keys = binder.bind(section.get(), ChannelKeys.class);
    section.get().refuseOthers();
    return keys.map(said -> new ChannelConfig(entry.key(), said.zone(), subscriptions));
  }

  private List<ChannelConfig.Subscribed> subscribed(Entry entry) {
    Optional<String> list = lists.stream().filter(entry.key()::equalsIgnoreCase).findFirst();
    if (list.isEmpty()) {
      problems.add(
          entry.line(), Quoted.of(entry.key()) + " is no list of this file" + advice(entry));
      return List.of();
    }
    List<ChannelConfig.Subscribed> all = new ArrayList<>();
    for (Entry filter : entry.values()) {
      if (filter.isScalar()) {
        filter(filter).ifPresent(f -> all.add(new ChannelConfig.Subscribed(list.get(), f)));
      } else {
        problems.add(filter.line(), entry.key() + ": a filter is one line, such as path:virt/**");
      }
    }
    return all;
  }

  private String advice(Entry entry) {
    return Nearest.of(entry.key(), lists)
        .map(name -> "; did you mean " + name + "?")
        .orElse("; they are " + String.join(", ", lists));
  }

  private Optional<String> filter(Entry entry) {
    try {
      return Optional.of(filters.parse(entry.isBlank() ? "" : entry.text()).toString());
    } catch (BadFilter e) {
      problems.add(entry.line(), entry.key() + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
