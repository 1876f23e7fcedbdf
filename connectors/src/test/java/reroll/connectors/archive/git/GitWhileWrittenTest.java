package reroll.connectors.archive.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;

/** A repository that others write to and tidy up while it is read. */
class GitWhileWrittenTest {
  private static final int MAILS = 60;

  /** Packing so often makes each look likely to fall into one. */
  private static final int MAILS_A_PACK = 3;

  @TempDir private Path folder;
  private GitLab lab;

  @BeforeEach
  void anEmptyEpoch() {
    lab = new GitLab(folder);
  }

  @Test
  void packingBetweenTwoPagesIsNoDifference() throws Exception {
    for (int i = 0; i < 6; i++) {
      lab.deliver("mail " + i);
    }
    try (ArchiveSource source = lab.open()) {
      Batch first = source.readAfter(Cursor.START, 2);
      lab.pack();
      lab.deliver("mail 6");
      Batch second = source.readAfter(first.next(), 2);
      lab.pack();

      assertThat(second.entries()).extracting(Walk::text).containsExactly("mail 2", "mail 3");
      assertThat(Walk.from(second.next(), source, 1).mails())
          .containsExactly("mail 4", "mail 5", "mail 6");
    }
  }

  @Test
  void packingWhileManyAreReadAtOnceLosesNone() throws Exception {
    List<String> delivered = new ArrayList<>();
    try (ArchiveSource source = lab.open()) {
      Cursor cursor = Cursor.START;
      for (int i = 0; i < 4 * MAILS; i++) {
        delivered.add("mail " + i);
        lab.deliver("mail " + i);
        if (i == 2 * MAILS) {
          lab.pack();
          cursor = source.readAfter(cursor, 1).next(); // the packs as they are now are known
        }
      }
      lab.pack(); // and are gone

      assertThat(Walk.from(cursor, source, 1_000).mails())
          .isEqualTo(delivered.subList(1, delivered.size()));
    }
  }

  @Test
  void deliveriesOfAnotherThreadAreAllReadInOrder() throws Exception {
    List<String> read = new ArrayList<>();
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try (ArchiveSource source = lab.open()) {
      Future<?> done = writer.submit(this::deliverAll);
      Cursor cursor = Cursor.START;
      boolean last;
      do {
        last = done.isDone(); // what is read after this is all there will be
        Walk walk = Walk.from(cursor, source, 3);
        read.addAll(walk.mails());
        cursor = walk.end();
      } while (!last);
      done.get();
    } finally {
      writer.shutdownNow();
    }

    List<String> delivered = new ArrayList<>();
    for (int i = 0; i < MAILS; i++) {
      delivered.add("mail " + i);
    }
    // A place that had to be found anew may give a mail again; none may be missing or early.
    assertThat(read.stream().distinct().toList()).isEqualTo(delivered);
  }

  private Void deliverAll() throws Exception {
    for (int i = 0; i < MAILS; i++) {
      lab.deliver("mail " + i);
      if (i % MAILS_A_PACK == MAILS_A_PACK - 1) {
        lab.pack();
      }
    }
    return null;
  }
}
