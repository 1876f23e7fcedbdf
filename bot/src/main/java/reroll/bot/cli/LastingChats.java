package reroll.bot.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reroll.bot.config.BotConfig;
import reroll.bot.config.ChatConfig;
import reroll.bot.run.NamedChat;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.port.ConnectorException;

/**
 * The chats of a process. One of which the configuration says the same as before stays connected
 * while one bot follows another, so nothing is missed that is said meanwhile. Guarded by its user.
 */
final class LastingChats implements AutoCloseable {
  /** What a chat is made of: where all of it is the same, the chat is. */
  private record Kind(String name, String type, Record settings) {
    static Kind of(ChatConfig<?> chat) {
      return new Kind(chat.name(), chat.factory().type(), chat.settings());
    }
  }

  private final Homes homes;
  private final Optional<NamedChat> terminal;
  private final Map<Kind, NamedChat> made = new HashMap<>();

  private LastingChats(Homes homes, Optional<NamedChat> terminal) {
    this.homes = homes;
    this.terminal = terminal;
  }

  /** Those that configurations name. */
  static LastingChats configured(Homes homes) {
    return new LastingChats(homes, Optional.empty());
  }

  /** One terminal, whatever a configuration says. */
  static LastingChats terminal(Homes homes, ChatPlatform chat) {
    return new LastingChats(homes, Optional.of(NamedChat.lasting("", chat)));
  }

  /**
   * The chats of a configuration; makes those that are not there, which talk to nobody yet.
   *
   * @throws ConnectorException if one cannot be made of what the file says
   */
  List<NamedChat> of(BotConfig config) throws ConnectorException {
    if (terminal.isPresent()) {
      return List.of(terminal.get());
    }
    List<NamedChat> chats = new ArrayList<>();
    for (ChatConfig<?> chat : config.chats()) {
      NamedChat known = made.get(Kind.of(chat));
      chats.add(known == null ? make(chat) : known);
    }
    return chats;
  }

  private NamedChat make(ChatConfig<?> chat) throws ConnectorException {
    ChatPlatform platform = chat.create(homes.ofChat(chat.name()));
    NamedChat named = NamedChat.lasting(chat.name(), platform);
    made.put(Kind.of(chat), named);
    return named;
  }

  /** Closes all that a configuration does not have, or has otherwise. */
  void keepOnly(BotConfig config) {
    Set<Kind> kept = new HashSet<>(config.chats().stream().map(Kind::of).toList());
    made.forEach(
        (kind, chat) -> {
          if (!kept.contains(kind)) {
            chat.close();
          }
        });
    made.keySet().retainAll(kept);
  }

  @Override
  public void close() {
    terminal.ifPresent(NamedChat::close);
    made.values().forEach(NamedChat::close);
    made.clear();
  }
}
