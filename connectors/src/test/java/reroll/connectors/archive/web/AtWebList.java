package reroll.connectors.archive.web;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with an inbox of their own that is read by its pages. */
abstract class AtWebList {
  @TempDir Path folder;

  WebList list;

  @BeforeEach
  void openInbox() {
    list = new WebList(folder);
  }

  @AfterEach
  void closeInbox() {
    list.close();
  }
}
