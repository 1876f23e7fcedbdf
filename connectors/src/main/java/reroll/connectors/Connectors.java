package reroll.connectors;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import reroll.connectors.archive.ArchiveLookup;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.files.FilesArchive;
import reroll.connectors.archive.git.GitArchive;
import reroll.connectors.archive.imap.ImapArchive;
import reroll.connectors.archive.web.WebArchive;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Look;
import reroll.connectors.chat.matrix.MatrixChat;
import reroll.connectors.chat.slack.SlackChat;
import reroll.connectors.chat.terminal.TerminalChat;
import reroll.connectors.http.Http;

/**
 * Every archive and every chat that Reroll can talk to. A new one is one folder and one line here:
 * its configuration, its sample and its help follow from the line.
 */
public final class Connectors {
  public static final List<ArchiveSource.Factory<?>> ARCHIVES =
      List.of(GitArchive.FACTORY, FilesArchive.FACTORY, WebArchive.FACTORY, ImapArchive.FACTORY);

  public static final List<ChatPlatform.Factory<?>> CHATS =
      List.of(MatrixChat.FACTORY, SlackChat.FACTORY);

  /** How each of them lays texts out, and the terminal. */
  public static final List<Look> LOOKS =
      List.of(MatrixChat.LOOK, SlackChat.LOOK, TerminalChat.LOOK);

  /** What can be asked for single mails and threads: a public-inbox, by its pages. */
  public static ArchiveLookup lookup(URI url, Http http, Clock clock) {
    return WebArchive.lookup(url, http, clock);
  }

  private Connectors() {}
}
