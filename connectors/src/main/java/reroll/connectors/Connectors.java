package reroll.connectors;

import java.util.List;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.files.FilesArchive;
import reroll.connectors.archive.git.GitArchive;
import reroll.connectors.archive.imap.ImapArchive;

/**
 * Every archive and every chat that Reroll can talk to. A new one is one folder and one line here:
 * its configuration, its sample and its help follow from the line.
 */
public final class Connectors {
  public static final List<ArchiveSource.Factory<?>> ARCHIVES =
      List.of(GitArchive.FACTORY, FilesArchive.FACTORY, ImapArchive.FACTORY);

  private Connectors() {}
}
