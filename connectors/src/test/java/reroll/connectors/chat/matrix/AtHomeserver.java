package reroll.connectors.chat.matrix;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a homeserver of their own, and a folder for the chat. */
abstract class AtHomeserver {
  @TempDir Path folder;

  FakeHomeserver server;

  @BeforeEach
  void startServer() throws Exception {
    server = new FakeHomeserver();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }
}
