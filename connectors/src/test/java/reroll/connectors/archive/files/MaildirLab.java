package reroll.connectors.archive.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import reroll.connectors.archive.ArchiveLab;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.TestHome;
import reroll.connectors.port.ConnectorException;

/** A maildir into which mail is delivered as the protocol says: written in tmp, moved to new. */
public final class MaildirLab implements ArchiveLab {
  private final Path maildir;
  private long second = 1_772_445_600;

  public MaildirLab(Path folder) throws IOException {
    this.maildir = folder.resolve("Maildir");
    for (String name : new String[] {"tmp", "new", "cur"}) {
      Files.createDirectories(maildir.resolve(name));
    }
  }

  @Override
  public String type() {
    return "files";
  }

  @Override
  public ArchiveSource open() throws ConnectorException {
    return FilesArchive.FACTORY.open(new FilesArchive.Settings(maildir), TestHome.beside(maildir));
  }

  @Override
  public void deliver(String mail) throws IOException {
    deliver(++second + ".M1P1.list", mail);
  }

  void deliver(String name, String mail) throws IOException {
    Path written = Files.writeString(maildir.resolve("tmp").resolve(name), mail);
    Files.move(written, maildir.resolve("new").resolve(name));
  }

  Path maildir() {
    return maildir;
  }
}
