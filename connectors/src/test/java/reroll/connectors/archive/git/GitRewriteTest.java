package reroll.connectors.archive.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;

/** Histories that were rewritten behind the reader's back. */
class GitRewriteTest {
  private static final String PURGED = "";
  private static final int MAILS = 12;

  @TempDir private Path folder;
  private GitLab lab;
  private final List<String> mails =
      IntStream.range(0, MAILS).mapToObj(number -> "mail " + number).toList();
  private List<ObjectId> commits;

  @BeforeEach
  void someMails() throws Exception {
    lab = new GitLab(folder);
    commits = lab.rewrite(Optional.empty(), mails);
  }

  @Test
  void aPurgeBeforeAtOrBehindThePlaceSkipsAndRepeatsNothing() throws Exception {
    for (int purged = 0; purged < MAILS; purged++) {
      List<String> rest = new ArrayList<>(mails.subList(purged, MAILS));
      rest.set(0, PURGED);
      assertNothingLostAndNothingTwice(purged, rest);
    }
  }

  @Test
  void aCommitTakenOutAltogetherSkipsAndRepeatsNothing() throws Exception {
    for (int gone = 0; gone < MAILS; gone++) {
      assertNothingLostAndNothingTwice(gone, mails.subList(gone + 1, MAILS));
    }
  }

  /** Reads some of the mails, rewrites the history from a mail on, and reads the rest. */
  private void assertNothingLostAndNothingTwice(int gone, List<String> rest) throws Exception {
    for (int read = 0; read <= MAILS; read++) {
      lab.head(commits.get(MAILS - 1));
      try (ArchiveSource source = lab.open()) {
        Cursor place = read == 0 ? Cursor.START : source.readAfter(Cursor.START, read).next();
        if (gone > 0) {
          lab.head(commits.get(gone - 1));
        }
        lab.rewrite(base(gone), rest);
        lab.deliver("new");
        List<String> expected = new ArrayList<>(mails.subList(read, MAILS));
        expected.remove(mails.get(gone));
        expected.add("new");

        Walk walk = Walk.from(place, source, 2);

        assertThat(walk.mails()).as("read %d, gone %d", read, gone).isEqualTo(expected);
        assertThat(Walk.from(walk.end(), source).entries()).isEmpty();
      }
    }
  }

  private Optional<ObjectId> base(int firstRewritten) {
    return firstRewritten == 0 ? Optional.empty() : Optional.of(commits.get(firstRewritten - 1));
  }

  @Test
  void aHistoryCutShortGivesNothingUntilItGrows() throws Exception {
    try (ArchiveSource source = lab.open()) {
      Cursor end = Walk.through(source).end();
      lab.head(commits.get(MAILS - 4));
      Walk nothing = Walk.from(end, source);
      lab.deliver("new");

      assertThat(nothing.entries()).isEmpty();
      assertThat(Walk.from(nothing.end(), source).mails()).containsExactly("new");
    }
  }

  @Test
  void aHistoryCutShorterThanIsRememberedIsReadAgainFromItsBeginning() throws Exception {
    lab.rewrite(Optional.of(commits.get(MAILS - 1)), mails.stream().map(m -> m + "b").toList());
    try (ArchiveSource source = lab.open()) {
      Cursor end = Walk.through(source).end();
      lab.head(commits.get(1));
      lab.deliver("new");

      assertThat(Walk.from(end, source).mails()).containsExactly("mail 0", "mail 1", "new");
    }
  }

  @Test
  void anotherHistoryIsReadFromItsBeginning() throws Exception {
    try (ArchiveSource source = lab.open()) {
      Cursor end = Walk.through(source).end();
      lab.rewrite(Optional.empty(), List.of("other 1", "other 2", "other 3"));

      assertThat(Walk.from(end, source, 1).mails())
          .containsExactly("other 1", "other 2", "other 3");
    }
  }

  @Test
  void theSameMailsImportedAnewGoOnAtThePlace() throws Exception {
    try (ArchiveSource source = lab.open()) {
      Cursor place = source.readAfter(Cursor.START, 5).next();
      lab.rewrite(Optional.empty(), mails);

      assertThat(Walk.from(place, source).mails()).isEqualTo(mails.subList(5, MAILS));
    }
  }

  @Test
  void aMailThatCameBackDoesNotHideThoseBetweenWhenTheHistoryIsRewritten() throws Exception {
    commits = lab.rewrite(Optional.empty(), List.of("z", "a", "b", PURGED, "a", "c"));
    try (ArchiveSource source = lab.open()) {
      Cursor afterFirstA = source.readAfter(Cursor.START, 2).next();
      lab.rewrite(Optional.empty(), List.of(PURGED, "a", "b", PURGED, "a", "c"));

      assertThat(Walk.from(afterFirstA, source).mails()).containsSubsequence("b", "a", "c");
    }
  }

  @Test
  void aRestartIsNoDifference() throws Exception {
    Cursor place;
    try (ArchiveSource source = lab.open()) {
      place = source.readAfter(Cursor.START, 5).next();
    }
    List<String> rewritten = new ArrayList<>(mails);
    rewritten.set(0, PURGED);
    rewritten.set(4, PURGED);
    lab.rewrite(Optional.empty(), rewritten);
    try (ArchiveSource restarted = lab.open()) {
      assertThat(Walk.from(place, restarted).mails()).isEqualTo(mails.subList(5, MAILS));
    }
  }
}
