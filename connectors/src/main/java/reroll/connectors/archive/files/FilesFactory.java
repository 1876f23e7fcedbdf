package reroll.connectors.archive.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.files.FilesArchive.Settings;
import reroll.connectors.port.ConnectorException;

/** Finds out by a look at the content which form of archive a path is. */
final class FilesFactory implements ArchiveSource.Factory<Settings> {
  private static final String WHAT_WOULD_DO =
      ": name an mbox file (plain or gzip), a maildir, a folder of .eml files, or one .eml file";

  @Override
  public String type() {
    return "files";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public ArchiveSource open(Settings settings, ArchiveHome home) throws ConnectorException {
    Path path = settings.path();
    QuietTime quiet = new QuietTime(home.clock());
    try {
      return new FilesArchive(path, store(path, quiet));
    } catch (IOException e) {
      throw FilesArchive.unreadable(path, e);
    }
  }

  private static MailStore store(Path path, QuietTime quiet)
      throws IOException, ConnectorException {
    if (Files.isDirectory(path)) {
      return new FolderStore(layout(path), quiet);
    }
    if (Files.isRegularFile(path)) {
      return file(path, quiet);
    }
    throw refused(path, Files.exists(path) ? "is neither a file nor a folder" : "does not exist");
  }

  private static FolderLayout layout(Path folder) throws IOException, ConnectorException {
    if (Files.isDirectory(folder.resolve("cur")) && Files.isDirectory(folder.resolve("new"))) {
      return new Maildir(folder);
    }
    EmlFolder layout = new EmlFolder(folder);
    Optional<String> other = layout.anyOtherFile();
    if (other.isPresent() && layout.list().isEmpty()) {
      throw refused(folder, "holds no .eml file (but " + other.get() + ")");
    }
    return layout; // mail may yet come where there is nothing so far
  }

  private static MailStore file(Path file, QuietTime quiet) throws IOException, ConnectorException {
    String beginning = MboxContent.beginning(file);
    if (beginning.startsWith("From ")) {
      return new MboxStore(file, quiet);
    }
    if (EmlFolder.isEml(FileName.of(file))) {
      return new FolderStore(new OneEml(file), quiet);
    }
    if (beginning.isEmpty()) {
      return new MboxStore(file, quiet);
    }
    throw refused(file, "begins with \"" + printable(beginning) + "\", not with \"From \"");
  }

  private static String printable(String text) {
    return text.replaceAll("[^ -~]", "?");
  }

  private static ConnectorException refused(Path path, String found) {
    return ConnectorException.rejected(path + " " + found + WHAT_WOULD_DO);
  }
}
