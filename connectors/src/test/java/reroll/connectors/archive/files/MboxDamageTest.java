package reroll.connectors.archive.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.ArchiveEntry.Unreadable;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** A packed mbox that is broken in the middle: what was before comes, and the rest when it can. */
class MboxDamageTest {
  private static final List<String> MAILS =
      List.of("Subject: one\n\n1 tfvgbz\n", "Subject: two\n\n2 qaywsx\n", "Subject: 3\n\n3 edc\n");

  @TempDir private Path folder;
  private Path file;
  private byte[] whole;

  @BeforeEach
  void threeMails() throws Exception {
    file = folder.resolve("list.mbox.gz");
    whole = Gzip.of(Mboxrd.of(MAILS.toArray(String[]::new)));
    Files.write(file, whole);
  }

  @Test
  void whatIsBeforeTheEndOfATruncatedFileComesAndThenTheTruth() throws Exception {
    truncate(whole.length - 4); // in the checksum behind the data
    try (ArchiveSource source = AnHourLater.open(file)) {
      for (int page = 1; page < 5; page++) {
        Walk walk = Walk.from(Cursor.START, source, page);

        assertThat(walk.mails()).isEqualTo(MAILS.subList(0, 2));
        assertThat(walk.others()).hasSize(1);
        assertThat(walk.entries().get(2))
            .isInstanceOfSatisfying(
                Unreadable.class,
                entry ->
                    assertThat(entry.why())
                        .isEqualTo(
                            "list.mbox.gz cannot be read from byte 126 of its content on: its gzip"
                                + " data ends too early"));
      }
    }
  }

  @Test
  void damageIsToldOnceAndThenTheReadFails() throws Exception {
    truncate(whole.length - 4);
    Cursor end;
    try (ArchiveSource source = AnHourLater.open(file)) {
      end = Walk.through(source).end();
      assertFails(source, end);
    }
    try (ArchiveSource restarted = AnHourLater.open(file)) {
      assertFails(restarted, end);
    }
  }

  @Test
  void nothingIsLostOrRepeatedWhereverTheFileWasTruncatedOnceItIsWhole() throws Exception {
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, whole);
      try (ArchiveSource source = AnHourLater.open(file)) {
        truncate(length);
        List<String> mails = new ArrayList<>();
        Cursor cursor = readUntilFailure(source, mails);
        Files.write(file, whole);
        mails.addAll(Walk.from(cursor, source).mails());

        assertThat(mails).as("truncated to %d bytes", length).isEqualTo(MAILS);
      }
    }
  }

  @Test
  void damagedDataIsToldAsSuch() throws Exception {
    byte[] first = Gzip.of(Mboxrd.of(MAILS.get(0), MAILS.get(1)));
    byte[] second = Gzip.of(Mboxrd.of(MAILS.get(2)));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    Arrays.fill(both, first.length + 10, first.length + 20, (byte) 0xff);
    Files.write(file, both);
    try (ArchiveSource source = AnHourLater.open(file)) {
      Walk walk = Walk.through(source);

      assertThat(walk.mails()).isEqualTo(MAILS.subList(0, 1)); // the second one has no end
      assertThat(walk.others())
          .singleElement()
          .isInstanceOfSatisfying(
              Unreadable.class,
              entry -> assertThat(entry.why()).contains("its gzip data is damaged"));
    }
  }

  @Test
  void aFileOfWhichNothingCanBeReadIsAFailureAndNoEntry() throws Exception {
    try (ArchiveSource source = AnHourLater.open(file)) {
      truncate(30);
      assertFails(source, Cursor.START);
      assertFails(source, Cursor.START);
    }
  }

  /** Reads all that comes; a read that fails leaves the cursor where it was. */
  private static Cursor readUntilFailure(ArchiveSource source, List<String> mails)
      throws InterruptedException {
    Cursor cursor = Cursor.START;
    try {
      Walk walk = Walk.from(cursor, source);
      mails.addAll(walk.mails());
      return walk.end();
    } catch (ConnectorException e) {
      return cursor;
    }
  }

  private static void assertFails(ArchiveSource source, Cursor cursor) {
    assertThatThrownBy(() -> source.readAfter(cursor, 10))
        .isInstanceOfSatisfying(
            ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT))
        .hasMessageEndingWith("list.mbox.gz cannot be read: its gzip data ends too early");
  }

  private void truncate(int length) throws Exception {
    Files.write(file, Arrays.copyOf(whole, length));
  }
}
