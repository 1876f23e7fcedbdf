package reroll.connectors.archive.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;

/** Whatever stands in the mails and however they are read, each comes once and as it was. */
class MboxRandomTest {
  private static final String[] LINES = {
    "",
    "",
    "From ",
    "From x",
    ">From x",
    ">>From x",
    "> From",
    "From:",
    "\r",
    "text",
    "\0",
    "\u00ff",
    "x".repeat(65_535),
    "x".repeat(65_536),
    "x".repeat(65_536) + "From "
  };

  @TempDir private Path folder;

  @RepeatedTest(50)
  void everyMailComesOnceAndAsItWas() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    boolean packed = random.nextBoolean();
    Path file = Files.createFile(folder.resolve("list"));
    List<String> delivered = new ArrayList<>();
    List<String> read = new ArrayList<>();
    Cursor cursor = Cursor.START;
    while (delivered.size() < 20) {
      try (ArchiveSource source = AnHourLater.open(file)) {
        for (int round = random.nextInt(4); round >= 0; round--) {
          deliver(file, packed, mail(random), delivered);
          Walk walk = Walk.from(cursor, source, 1 + random.nextInt(3));
          read.addAll(walk.mails());
          cursor = walk.end();
        }
      }
    }

    assertThat(read).as("seed %d", seed).isEqualTo(delivered);
  }

  private static void deliver(Path file, boolean packed, String mail, List<String> delivered)
      throws IOException {
    String mbox = Mboxrd.of(mail);
    byte[] bytes = packed ? Gzip.of(mbox) : mbox.getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, bytes, StandardOpenOption.APPEND);
    delivered.add(mail);
  }

  private static String mail(Random random) {
    StringBuilder mail = new StringBuilder("Subject: x\n\n");
    for (int i = random.nextInt(12); i >= 0; i--) {
      mail.append(LINES[random.nextInt(LINES.length)]).append('\n');
    }
    return mail.toString();
  }
}
