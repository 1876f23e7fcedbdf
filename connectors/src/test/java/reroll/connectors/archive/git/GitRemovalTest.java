package reroll.connectors.archive.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.NoMail;
import reroll.connectors.archive.ArchiveEntry.Unreadable;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;

/** Commits that bring no mail: removed, purged, empty or nothing that belongs there. */
class GitRemovalTest {
  @TempDir private Path folder;
  private GitLab lab;

  @BeforeEach
  void oneMail() throws Exception {
    lab = new GitLab(folder);
    lab.deliver("one");
  }

  @Test
  void aRemovedMailIsNoMail() throws Exception {
    assertIsNoMail(lab.commit("d", "one".getBytes(UTF_8)));
  }

  @Test
  void aPurgedMailIsNoMail() throws Exception {
    assertIsNoMail(lab.commit("m", new byte[0]));
  }

  @Test
  void aCommitWithAnEmptyTreeIsNoMail() throws Exception {
    assertIsNoMail(lab.commit("", new byte[0]));
  }

  @Test
  void aMailThatComesBackAfterItsRemovalIsGivenAgain() throws Exception {
    lab.commit("d", "one".getBytes(UTF_8));
    lab.deliver("one");
    try (ArchiveSource source = lab.open()) {
      for (int page = 1; page < 5; page++) {
        Walk walk = Walk.from(Cursor.START, source, page);

        assertThat(walk.mails()).containsExactly("one", "one");
        assertThat(walk.entries().get(1)).isInstanceOf(NoMail.class);
      }
    }
  }

  @Test
  void aFolderInThePlaceOfTheMailIsToldAsUnreadable() throws Exception {
    ObjectId inner = lab.tree("m", lab.insert(Constants.OBJ_BLOB, "x".getBytes(UTF_8)));
    ObjectId tree = lab.tree("m", inner);
    lab.head(lab.insert(Constants.OBJ_COMMIT, commit(tree)));
    lab.deliver("two");
    try (ArchiveSource source = lab.open()) {
      Walk walk = Walk.through(source);

      assertThat(walk.mails()).containsExactly("one", "two");
      assertThat(walk.others()).singleElement().isInstanceOf(Unreadable.class);
    }
  }

  private byte[] commit(ObjectId tree) throws Exception {
    return ("tree " + tree.name() + "\nparent " + lab.head().orElseThrow().name() + "\n")
        .concat("author a <a@x> 1772445600 +0000\ncommitter l <l@x> 1772445600 +0000\n\nmail\n")
        .getBytes(UTF_8);
  }

  private void assertIsNoMail(ObjectId commit) throws Exception {
    lab.deliver("two");
    try (ArchiveSource source = lab.open()) {
      Walk walk = Walk.from(Cursor.START, source, 1);

      assertThat(walk.mails()).containsExactly("one", "two");
      ArchiveEntry second = walk.entries().get(1);
      assertThat(second).isInstanceOf(NoMail.class);
      assertThat(second.ref()).isEqualTo("0/" + commit.name().substring(0, 16));
      assertThat(second.arrived()).isEqualTo(Instant.parse("2026-03-02T10:02:00Z"));
      assertThat(source.read(second.ref())).contains(second);
    }
  }
}
