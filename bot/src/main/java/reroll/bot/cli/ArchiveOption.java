package reroll.bot.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.files.FilesArchive;
import reroll.connectors.archive.git.GitArchive;
import reroll.connectors.port.ConnectorException;

/** The archive that a command reads, whatever it is made of. */
final class ArchiveOption {
  @Option(
      names = "--archive",
      required = true,
      paramLabel = "PATH",
      description =
          "a public-inbox epoch or inbox folder (git), an mbox or mbox.gz file, a maildir,"
              + " a folder of .eml")
  private Path path;

  /** Opens it as what it looks like. */
  ArchiveSource open(Homes homes) throws ConnectorException {
    ArchiveHome home = homes.of(listName(), Optional.empty());
    try {
      return GitArchive.FACTORY.open(new GitArchive.Settings(path), home);
    } catch (ConnectorException notGit) {
      if (notGit.outcome() != ConnectorException.Outcome.REJECTED) {
        throw notGit;
      }
      return FilesArchive.FACTORY.open(new FilesArchive.Settings(path), home);
    }
  }

  /** What to call the list where nobody says: the folder's name. */
  String listName() {
    Path absolute = path.toAbsolutePath().normalize();
    for (int i = absolute.getNameCount() - 1; i >= 0; i--) {
      String name = absolute.getName(i).toString();
      if (!name.matches("\\d+\\.git|git|\\.git|Maildir|eml|0")) {
        return name.replaceFirst("\\.(?:git|mbox|mbox\\.gz|gz)$", "").replaceFirst("\\.mbox$", "");
      }
    }
    return "list";
  }
}
