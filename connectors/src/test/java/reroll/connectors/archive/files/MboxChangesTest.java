package reroll.connectors.archive.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.TestClock;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.Walk;
import reroll.connectors.port.ConnectorException;

/** What becomes of the place in an mbox that is changed meanwhile. */
class MboxChangesTest {
  private static final String ONE = "Subject: one\n\ntext\n";
  private static final String TWO = "Subject: two\n\ntext\n";
  private static final String THREE = "Subject: three\n\ntext\n";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void twoMails() throws IOException {
    file = folder.resolve("list.mbox");
    write(Mboxrd.of(ONE, TWO));
  }

  @Test
  void mailAppendedBetweenTwoPagesIsRead() throws Exception {
    try (ArchiveSource source = AnHourLater.open(file)) {
      Batch first = source.readAfter(Cursor.START, 1);
      append(Mboxrd.of(THREE));

      assertThat(Walk.from(first.next(), source).mails()).containsExactly(TWO, THREE);
    }
  }

  @Test
  void mailAppendedBehindAFileThatWasNotClosedIsReadAndNothingElse() throws Exception {
    write(Mboxrd.SEPARATOR + ONE);
    try (ArchiveSource source = AnHourLater.open(file)) {
      Walk before = Walk.through(source);
      append("\n" + Mboxrd.of(TWO));

      assertThat(before.mails()).containsExactly(ONE);
      assertThat(Walk.from(before.end(), source).mails()).containsExactly(TWO);
    }
  }

  @Test
  void aMailThatGrewAfterItWasReadIsGivenAgain() throws Exception {
    try (ArchiveSource source = AnHourLater.open(file)) {
      Walk before = Walk.through(source);
      append("more text\n\n" + Mboxrd.of(THREE));

      assertThat(Walk.from(before.end(), source).mails())
          .endsWith("Subject: two\n\ntext\n\nmore text\n", THREE);
    }
  }

  @Test
  void aShorterFileIsReadFromItsBeginning() throws Exception {
    try (ArchiveSource source = AnHourLater.open(file)) {
      Walk before = Walk.through(source);
      write(Mboxrd.of(THREE));

      assertThat(Walk.from(before.end(), source).mails()).containsExactly(THREE);
    }
  }

  @Test
  void aFileThatWasEmptiedAndFilledAgainIsReadFromItsBeginning() throws Exception {
    try (ArchiveSource source = AnHourLater.open(file)) {
      Cursor end = Walk.through(source).end();
      write("");
      Walk empty = Walk.from(end, source);
      write(Mboxrd.of(THREE, ONE));

      assertThat(empty.entries()).isEmpty();
      assertThat(Walk.from(empty.end(), source).mails()).containsExactly(THREE, ONE);
    }
  }

  @Test
  void aLongerFileInItsPlaceIsReadFromItsBeginning() throws Exception {
    try (ArchiveSource source = AnHourLater.open(file)) {
      Cursor afterOne = source.readAfter(Cursor.START, 1).next();
      replaceBy(Mboxrd.of(THREE, TWO, ONE));

      assertThat(Walk.from(afterOne, source).mails()).containsExactly(THREE, TWO, ONE);
    }
  }

  @Test
  void aMailTakenOutBeforeThePlaceMakesNothingGetLost() throws Exception {
    write(Mboxrd.of(ONE, TWO, THREE));
    try (ArchiveSource source = AnHourLater.open(file)) {
      Cursor afterTwo = source.readAfter(Cursor.START, 2).next();
      replaceBy(Mboxrd.of(TWO, THREE));

      assertThat(Walk.from(afterTwo, source).mails()).containsExactly(TWO, THREE);
    }
  }

  @Test
  void theSameContentInAnotherFileGoesOn() throws Exception {
    try (ArchiveSource source = AnHourLater.open(file)) {
      Cursor end = Walk.through(source).end();
      replaceBy(Mboxrd.of(ONE, TWO, THREE));

      assertThat(Walk.from(end, source).mails()).containsExactly(THREE);
    }
  }

  @Test
  void aFileThatGetsPackedGoesOn() throws Exception {
    try (ArchiveSource source = AnHourLater.open(file)) {
      Cursor end = Walk.through(source).end();
      Files.write(file, Gzip.of(Mboxrd.of(ONE, TWO, THREE)));

      assertThat(Walk.from(end, source).mails()).containsExactly(THREE);
    }
  }

  @Test
  void aFileThatIsGoneOrNoMboxAnyMoreIsAFailureUntilItIsBack() throws Exception {
    try (ArchiveSource source = AnHourLater.open(file)) {
      Cursor end = Walk.through(source).end();

      Files.delete(file);
      assertThatThrownBy(() -> source.readAfter(end, 1))
          .isInstanceOf(ConnectorException.class)
          .hasMessage(file + " cannot be read: it is not there");
      write("something else\n");
      assertThatThrownBy(() -> source.readAfter(end, 1))
          .isInstanceOf(ConnectorException.class)
          .hasMessage(file + " cannot be read: it is no mbox, which would begin with \"From \"");
      write(Mboxrd.of(ONE, TWO, THREE));
      assertThat(Walk.from(end, source).mails()).containsExactly(THREE);
    }
  }

  @Test
  void anOldCursorIsGoodForEver() throws Exception {
    try (ArchiveSource source = AnHourLater.open(file)) {
      Cursor afterOne = source.readAfter(Cursor.START, 1).next();
      Walk.through(source);

      assertThat(Walk.from(afterOne, source).mails()).containsExactly(TWO);
      assertThat(Walk.from(afterOne, source).mails()).containsExactly(TWO);
    }
  }

  @Test
  void theHalfWrittenLastMailWaitsForItsWriter() throws Exception {
    String whole = Mboxrd.of(ONE, TWO, THREE);
    for (int written = Mboxrd.SEPARATOR.length(); written < whole.length(); written++) {
      write(whole.substring(0, written));
      try (ArchiveSource source = atTheMomentOfWriting()) {
        Walk before = Walk.through(source);
        write(whole);
        List<String> mails = new ArrayList<>(before.mails());
        mails.addAll(Walk.from(before.end(), source).mails());

        assertThat(mails).as("%d bytes written", written).containsExactly(ONE, TWO, THREE);
      }
    }
  }

  @Test
  void whatNobodyWroteOnWasTheWholeMail() throws Exception {
    write(Mboxrd.of(ONE) + Mboxrd.SEPARATOR + "Subject: two\n\ntex");
    TestClock clock = new TestClock(modified());
    try (ArchiveSource source =
        FilesArchive.FACTORY.open(new FilesArchive.Settings(file), TestHome.at(file, clock))) {
      Walk early = Walk.through(source);
      clock.forward(Duration.ofSeconds(3));

      assertThat(early.mails()).containsExactly(ONE);
      assertThat(Walk.from(early.end(), source).mails()).containsExactly("Subject: two\n\ntex");
    }
  }

  private ArchiveSource atTheMomentOfWriting() throws Exception {
    Clock clock = Clock.fixed(modified(), ZoneOffset.UTC);
    return FilesArchive.FACTORY.open(new FilesArchive.Settings(file), TestHome.at(file, clock));
  }

  private Instant modified() throws IOException {
    return Files.getLastModifiedTime(file).toInstant();
  }

  /** Writes into the same file; with a time of its own, as the clock of file systems is coarse. */
  private void write(String content) throws IOException {
    FileTime before = Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
    Files.write(file, content.getBytes(ISO_8859_1));
    Files.setLastModifiedTime(file, FileTime.from(before.toInstant().plusMillis(10)));
  }

  private void append(String content) throws IOException {
    Files.write(file, content.getBytes(ISO_8859_1), StandardOpenOption.APPEND);
  }

  private void replaceBy(String content) throws IOException {
    Path other = Files.write(folder.resolve("other"), content.getBytes(ISO_8859_1));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
