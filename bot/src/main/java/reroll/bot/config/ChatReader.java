package reroll.bot.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.connectors.chat.ChatPlatform;

/** Reads the section of the chats, which may be left out. */
final class ChatReader {
  private final RecordBinder binder;
  private final Kinds<ChatPlatform.Factory<?>> kinds;
  private final Names names;
  private final Problems problems;

  ChatReader(
      RecordBinder binder, List<ChatPlatform.Factory<?>> chats, Names names, Problems problems) {
    this.binder = binder;
    this.kinds = new Kinds<>("chat", chats, ChatPlatform.Factory::type);
    this.names = names;
    this.problems = problems;
  }

  /** The chats that can be read; what is wrong with the others is told. */
  List<ChatConfig<?>> read(Section root, ChannelReader channels) {
    List<ChatConfig<?>> chats = new ArrayList<>();
    Optional<Section> section =
        root.take("chats")
            .flatMap(
                entry ->
                    Section.of(entry, "at least one chat, by a name such as matrix:", problems));
    if (section.isPresent()) {
      if (section.get().all().isEmpty()) {
        problems.add(section.get().line(), "chats: no chat stands here; name one, or leave it out");
      }
      names.check("chat", section.get());
      section.get().all().forEach(chat -> chat(chat, channels).ifPresent(chats::add));
    }
    return chats;
  }

  private Optional<ChatConfig<?>> chat(Entry entry, ChannelReader channels) {
    Optional<Section> section = Section.of(entry, "the chat's keys, such as type:", problems);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    List<ChannelConfig> known = channels.read(section.get());
    return kinds
        .of(section.get(), problems)
        .flatMap(kind -> bound(entry.key(), section.get(), kind, known));
  }

  private <S extends Record> Optional<ChatConfig<?>> bound(
      String name, Section section, ChatPlatform.Factory<S> factory, List<ChannelConfig> channels) {
    Optional<S> settings = binder.bind(section, factory.settings());
    section.refuseOthers();
    return settings.map(said -> new ChatConfig<>(name, factory, said, channels));
  }
}
