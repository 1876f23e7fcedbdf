package reroll.connectors.archive.web;

import java.nio.file.Path;
import java.time.Instant;
import reroll.connectors.archive.ArchiveLab;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.TestHome;
import reroll.connectors.port.ConnectorException;

/** An inbox on the web; each mail is received a second after the one before. */
public final class WebLab implements ArchiveLab, AutoCloseable {
  private final FakeInbox inbox = new FakeInbox();
  private final Path folder;
  private Instant now = Instant.parse("2026-03-02T10:00:00Z");

  private WebLab(Path folder) {
    this.folder = folder;
  }

  public static WebLab searchable(Path folder) {
    return new WebLab(folder);
  }

  public static WebLab withoutIndex(Path folder) {
    WebLab lab = new WebLab(folder);
    lab.inbox.withoutIndex();
    return lab;
  }

  @Override
  public String type() {
    return "web";
  }

  @Override
  public void deliver(String mail) {
    now = now.plusSeconds(1);
    inbox.deliver(mail, now);
  }

  @Override
  public ArchiveSource open() throws ConnectorException {
    return WebArchive.FACTORY.open(
        new WebArchive.Settings(inbox.url()), TestHome.beside(folder.resolve("web")));
  }

  @Override
  public void close() {
    inbox.close();
  }
}
