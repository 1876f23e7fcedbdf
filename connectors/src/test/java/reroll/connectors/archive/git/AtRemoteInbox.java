package reroll.connectors.archive.git;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with an inbox of their own on a server, fetched by git. */
abstract class AtRemoteInbox {
  @TempDir Path folder;

  RemoteLab lab;

  @BeforeEach
  void startServer() {
    lab = new RemoteLab(folder);
  }

  @AfterEach
  void stopServer() {
    lab.close();
  }
}
