package reroll.connectors.archive.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.Walk;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** An inbox of several epochs, and those that come while it is read. */
class GitEpochsTest {
  @TempDir private Path folder;
  private GitLab lab;

  @BeforeEach
  void anEmptyEpoch() {
    lab = new GitLab(folder);
  }

  @Test
  void epochsAreReadInTheOrderOfTheirNumbers() throws Exception {
    List<String> mails = new ArrayList<>();
    for (int epoch = 0; epoch <= 10; epoch++) {
      if (epoch > 0) {
        lab.startEpoch(epoch);
      }
      mails.add(deliver("first of " + epoch));
      mails.add(deliver("second of " + epoch));
    }
    for (int page = 1; page <= 3; page++) {
      try (ArchiveSource source = lab.open()) {
        assertThat(Walk.from(Cursor.START, source, page).mails()).isEqualTo(mails);
      }
    }
  }

  @Test
  void anEntryIsReadAgainFromItsOwnEpoch() throws Exception {
    deliver("zero");
    lab.startEpoch(1);
    deliver("one");
    try (ArchiveSource source = lab.open()) {
      for (ArchiveEntry entry : Walk.through(source).entries()) {
        assertThat(Walk.text(source.read(entry.ref()).orElseThrow())).isEqualTo(Walk.text(entry));
      }
    }
  }

  @Test
  void anEpochThatAppearsWhileTheOneBeforeIsReadComesBehindIt() throws Exception {
    deliver("a");
    deliver("b");
    try (ArchiveSource source = lab.open()) {
      Batch first = source.readAfter(Cursor.START, 1);
      lab.startEpoch(1);
      deliver("c");

      assertThat(Walk.from(first.next(), source, 1).mails()).containsExactly("b", "c");
    }
  }

  @Test
  void twoEpochsThatAppearAtOnceAreBothRead() throws Exception {
    deliver("a");
    try (ArchiveSource source = lab.open()) {
      Cursor end = Walk.through(source).end();
      lab.startEpoch(1);
      deliver("b");
      lab.startEpoch(2);
      deliver("c");

      assertThat(Walk.from(end, source, 1).mails()).containsExactly("b", "c");
    }
  }

  @Test
  void theFirstDeliveryIntoAnEmptyEpochIsRead() throws Exception {
    try (ArchiveSource source = lab.open()) {
      Batch nothing = source.readAfter(Cursor.START, 1);
      deliver("a");

      assertThat(nothing.entries()).isEmpty();
      assertThat(nothing.more()).isFalse();
      assertThat(Walk.from(nothing.next(), source).mails()).containsExactly("a");
    }
  }

  @Test
  void anEpochWithoutMailIsNoMoreToRead() throws Exception {
    deliver("a");
    lab.startEpoch(1);
    try (ArchiveSource source = lab.open()) {
      Batch batch = source.readAfter(Cursor.START, 1);
      assertThat(batch.more()).isFalse();

      deliver("b");
      assertThat(Walk.from(batch.next(), source).mails()).containsExactly("b");
    }
  }

  @Test
  void theLastMailOfAnEpochIsReadEvenIfAMirrorBringsItAfterTheNextEpoch() throws Exception {
    deliver("a");
    lab.startEpoch(1);
    deliver("c");
    try (ArchiveSource source = lab.open()) {
      Cursor end = Walk.through(source).end();
      lab.goToEpoch(0);
      deliver("b");
      Walk late = Walk.from(end, source);
      lab.goToEpoch(1);
      deliver("d");

      assertThat(late.mails()).containsExactly("b");
      assertThat(Walk.from(late.end(), source).mails()).containsExactly("d");
    }
  }

  @Test
  void oneEpochByItselfAndAFolderOfEpochsAreArchivesToo() throws Exception {
    deliver("a");
    for (Path path : List.of(lab.repository(), lab.repository().getParent(), lab.inbox())) {
      try (ArchiveSource source =
          GitArchive.FACTORY.open(new GitArchive.Settings(path), TestHome.beside(path))) {
        assertThat(Walk.through(source).mails()).as("%s", path).containsExactly("a");
      }
    }
  }

  @Test
  void aPathWithoutRepositoryIsRefusedWithWhatWouldDo() throws Exception {
    Path missing = folder.resolve("missing");
    Path file = Files.writeString(folder.resolve("file"), "x");
    Path empty = Files.createDirectories(folder.resolve("empty/0.git")).getParent();

    assertRefused(missing, missing + " is not a folder: name an epoch such as 0.git");
    assertRefused(file, file + " is not a folder: name an epoch such as 0.git");
    assertRefused(
        empty,
        empty + " holds no git repository: name an epoch such as 0.git, or its inbox folder");
  }

  @Test
  void aRepositoryThatIsGoneIsAFailureUntilItIsBack() throws Exception {
    deliver("a");
    try (ArchiveSource source = lab.open()) {
      Cursor end = Walk.through(source).end();
      Files.move(lab.inbox(), folder.resolve("away"));
      assertThatThrownBy(() -> source.readAfter(end, 1))
          .isInstanceOfSatisfying(
              ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT))
          .hasMessage(lab.inbox() + " cannot be read as a git repository: no repository there");

      Files.move(folder.resolve("away"), lab.inbox());
      deliver("b");
      assertThat(Walk.from(end, source).mails()).containsExactly("b");
    }
  }

  private String deliver(String mail) throws IOException {
    lab.deliver(mail);
    return mail;
  }

  private static void assertRefused(Path path, String message) {
    assertThatThrownBy(
            () -> GitArchive.FACTORY.open(new GitArchive.Settings(path), TestHome.beside(path)))
        .isInstanceOfSatisfying(
            ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED))
        .hasMessage(message);
  }
}
