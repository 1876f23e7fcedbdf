package reroll.bot.config;

import java.util.List;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.chat.ChatPlatform;

/** All kinds of archives and chats that a file may name. Immutable. */
record KnownKinds(List<ArchiveSource.Factory<?>> archives, List<ChatPlatform.Factory<?>> chats) {
  KnownKinds {
    archives = List.copyOf(archives);
    chats = List.copyOf(chats);
  }
}
