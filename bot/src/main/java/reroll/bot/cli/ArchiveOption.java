package reroll.bot.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.files.FilesArchive;
import reroll.connectors.archive.git.GitArchive;
import reroll.connectors.archive.web.WebArchive;
import reroll.connectors.port.ConnectorException;

/** The archive that a command reads, whatever it is made of and wherever it is. */
final class ArchiveOption {
  @ArgGroup(exclusive = true, multiplicity = "1")
  private Place place;

  /** One of these, and no more. */
  static final class Place {
    private static final String LORE = "https://lore.kernel.org/";
    private static final String LORE_MIRRORS =
        "https://tor.lore.kernel.org/%1$s/ https://sea.lore.kernel.org/%1$s/";

    @Option(
        names = "--archive",
        paramLabel = "PATH",
        description =
            "a public-inbox epoch or inbox folder (git), an mbox or mbox.gz file, a maildir,"
                + " a folder of .eml")
    private Optional<Path> path = Optional.empty();

    @Option(
        names = "--lore",
        paramLabel = "LIST",
        converter = ListName.class,
        description = "a list of lore.kernel.org, such as kvm")
    private Optional<String> lore = Optional.empty();

    @Option(
        names = "--url",
        paramLabel = "URL",
        description = "a list of any public-inbox server, such as https://public-inbox.org/meta/")
    private Optional<URI> url = Optional.empty();

    Optional<URI> address() {
      return lore.map(list -> URI.create(LORE + list + "/")).or(() -> url);
    }

    Optional<String> mirrors() {
      return lore.map(LORE_MIRRORS::formatted);
    }
  }

  /** A name that can stand in an address. */
  static final class ListName implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
        throw new TypeConversionException(
            "'" + text + "' is no list's name; write one such as kvm or linux-mm");
      }
      return text;
    }
  }

  /**
   * What a command reads with; archives on the web keep copies, which the next run goes on with.
   */
  Homes homes(Clock clock) throws IOException {
    return place.address().isPresent()
        ? Homes.in(Homes.cacheFolder(), clock)
        : Homes.forOneLook(clock);
  }

  /**
   * Opens it as what it looks like.
   *
   * @param start what arrived earlier is not wanted from an archive on the web
   */
  ArchiveSource open(Homes homes, Instant start) throws ConnectorException, InterruptedException {
    return place.path.isPresent()
        ? onDisk(place.path.get(), homes.of(listName(), Optional.empty()))
        : onWeb(place.address().orElseThrow(), homes.of(folderName(), Optional.of(start)));
  }

  private static ArchiveSource onDisk(Path path, ArchiveHome home) throws ConnectorException {
    try {
      return GitArchive.FACTORY.open(new GitArchive.Settings(path), home);
    } catch (ConnectorException notGit) {
      if (notGit.outcome() != ConnectorException.Outcome.REJECTED) {
        throw notGit;
      }
      return FilesArchive.FACTORY.open(new FilesArchive.Settings(path), home);
    }
  }

  /** By git where the server has that, else by its pages. */
  private ArchiveSource onWeb(URI url, ArchiveHome home)
      throws ConnectorException, InterruptedException {
    ArchiveSource git =
        GitArchive.FACTORY.open(
            new GitArchive.Settings(Optional.empty(), Optional.of(url), place.mirrors()), home);
    try {
      git.probe();
      return git;
    } catch (ConnectorException noGit) {
      git.close();
      if (noGit.outcome() != ConnectorException.Outcome.REJECTED) {
        throw noGit;
      }
      return WebArchive.FACTORY.open(new WebArchive.Settings(url), home);
    }
  }

  /** A folder of the cache for one address. */
  private String folderName() {
    URI url = place.address().orElseThrow();
    return (url.getAuthority() + url.getPath()).replaceAll("[^A-Za-z0-9.-]+", "_");
  }

  /** What to call the list where nobody says: the folder's name, or the last of an address. */
  String listName() {
    Path absolute =
        place
            .path
            .map(path -> path.toAbsolutePath().normalize())
            .orElseGet(() -> Path.of("/" + place.address().orElseThrow().getPath()));
    for (int i = absolute.getNameCount() - 1; i >= 0; i--) {
      String name = absolute.getName(i).toString();
      if (!name.matches("\\d+\\.git|git|\\.git|Maildir|eml|0")) {
        return name.replaceFirst("\\.(?:git|mbox|mbox\\.gz|gz)$", "").replaceFirst("\\.mbox$", "");
      }
    }
    return "list";
  }
}
