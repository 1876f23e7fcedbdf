package reroll.connectors.archive.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.port.ConnectorException;

/** Any bytes of a repository may be wrong: that is a failure or an entry, never a crash. */
class GitGarbageTest {
  private static final int MAILS = 6;

  @TempDir private Path folder;

  @RepeatedTest(60)
  void damageAnywhereIsToldInTheWordsOfThePort(RepetitionInfo round) throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    GitLab lab = new GitLab(folder);
    for (int i = 0; i < MAILS; i++) {
      lab.deliver("Subject: " + i + "\n\n" + "text ".repeat(random.nextInt(200)));
      if (i == 3 && round.getCurrentRepetition() % 2 == 0) {
        lab.pack();
      }
    }
    Path file = damage(lab.repository(), random);
    try (ArchiveSource source = lab.open()) {
      readAll(source);
    } catch (ConnectorException e) {
      assertThat(e).as("seed %d, %s", seed, file).hasMessageContaining(folder.toString());
    } catch (RuntimeException e) {
      fail("seed %d, %s".formatted(seed, file), e);
    }
  }

  private static void readAll(ArchiveSource source)
      throws ConnectorException, InterruptedException {
    Cursor cursor = Cursor.START;
    Batch batch;
    int entries = 0;
    do {
      batch = source.readAfter(cursor, 1);
      cursor = batch.next();
      for (ArchiveEntry entry : batch.entries()) {
        source.read(entry.ref());
      }
      entries += batch.entries().size();
    } while (batch.more());
    assertThat(entries).isLessThanOrEqualTo(MAILS + 1);
  }

  private static Path damage(Path repository, Random random)
      throws IOException, InterruptedException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(repository)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    Path file = files.get(random.nextInt(files.size()));
    byte[] content = Files.readAllBytes(file);
    for (int i = random.nextInt(4); i >= 0 && content.length > 0; i--) {
      content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
    }
    Files.delete(file); // git makes its objects read-only
    Files.write(file, content);
    // JGit looks for seconds at a folder that changed just now.
    Files.setLastModifiedTime(file.getParent(), FileTime.fromMillis(0));
    return file;
  }
}
