package reroll.connectors.archive.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import reroll.connectors.archive.ArchiveLab;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.TestHome;
import reroll.connectors.port.ConnectorException;

/** An mbox to which mail is appended. */
public final class MboxLab implements ArchiveLab {
  private final Path file;

  public MboxLab(Path folder) throws IOException {
    this.file = Files.createFile(folder.resolve("list.mbox"));
  }

  @Override
  public String type() {
    return "files";
  }

  @Override
  public ArchiveSource open() throws ConnectorException {
    return FilesArchive.FACTORY.open(new FilesArchive.Settings(file), TestHome.beside(file));
  }

  @Override
  public void deliver(String mail) throws IOException {
    Files.writeString(file, Mboxrd.of(mail), StandardOpenOption.APPEND);
  }
}
