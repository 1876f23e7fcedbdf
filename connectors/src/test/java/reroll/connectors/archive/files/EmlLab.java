package reroll.connectors.archive.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import reroll.connectors.archive.ArchiveLab;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.TestHome;
import reroll.connectors.port.ConnectorException;

/** A folder of numbered mails, with more than nine of them when all are delivered. */
public final class EmlLab implements ArchiveLab {
  private final Path folder;
  private int number = 6;

  public EmlLab(Path parent) throws IOException {
    this.folder = Files.createDirectory(parent.resolve("mails"));
  }

  @Override
  public String type() {
    return "files";
  }

  @Override
  public ArchiveSource open() throws ConnectorException {
    return FilesArchive.FACTORY.open(new FilesArchive.Settings(folder), TestHome.beside(folder));
  }

  @Override
  public void deliver(String mail) throws IOException {
    Files.writeString(folder.resolve(++number + ".eml"), mail);
  }
}
