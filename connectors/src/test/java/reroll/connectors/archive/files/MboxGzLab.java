package reroll.connectors.archive.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import reroll.connectors.archive.ArchiveLab;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.TestHome;
import reroll.connectors.port.ConnectorException;

/** A packed mbox that gets mail in one of the two ways in which that is done. */
public final class MboxGzLab implements ArchiveLab {
  private final Path file;
  private final boolean appends;
  private final StringBuilder delivered = new StringBuilder();

  private MboxGzLab(Path folder, boolean appends) throws IOException {
    this.file = folder.resolve("list.mbox.gz");
    this.appends = appends;
    Files.write(file, Gzip.of(""));
  }

  /** Each mail is a gzip member of its own behind the others. */
  public static MboxGzLab appending(Path folder) throws IOException {
    return new MboxGzLab(folder, true);
  }

  /** The whole file is packed anew for each mail and put in the place of the old one. */
  public static MboxGzLab rewriting(Path folder) throws IOException {
    return new MboxGzLab(folder, false);
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
    delivered.append(Mboxrd.of(mail));
    if (appends) {
      Files.write(file, Gzip.of(Mboxrd.of(mail)), StandardOpenOption.APPEND);
    } else {
      Files.write(file, Gzip.of(delivered.toString()));
    }
  }
}
