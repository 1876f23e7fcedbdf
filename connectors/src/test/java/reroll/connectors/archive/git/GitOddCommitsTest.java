package reroll.connectors.archive.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;

/** What stands in commits that no git would write today. */
class GitOddCommitsTest {
  private static final String AUTHOR = "author a <a@x> 1 +0000";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          committer l <l@x> 1772445600 +0000                | 2026-03-02T10:00:00Z
          committer l <l@x> 1772445600 +1700                | 2026-03-02T10:00:00Z
          committer l <l@x> 1772445600 -9999                | 2026-03-02T10:00:00Z
          committer l <l@x> 1772445600 CEST                 | 2026-03-02T10:00:00Z
          committer l <l@x> 1772445600                      | 2026-03-02T10:00:00Z
          committer l > r <l@x> 1772445600 +0000            | 2026-03-02T10:00:00Z
          committer <> 1772445600 +0000                     | 2026-03-02T10:00:00Z
          committer l <l@x>  1772445600 +0000               | 2026-03-02T10:00:00Z
          committer l <l@x> -1 +0000                        | 1970-01-01T00:00:00Z
          committer l <l@x> 99999999999999 +0000            | 1970-01-01T00:00:00Z
          committer l <l@x> 9999999999999999999 +0000       | 1970-01-01T00:00:00Z
          committer l <l@x> 99999999999999999999999999 +000 | 1970-01-01T00:00:00Z
          committer l <l@x> tomorrow                        | 1970-01-01T00:00:00Z
          committer l <l@x>                                 | 1970-01-01T00:00:00Z
          committer l                                       | 1970-01-01T00:00:00Z
          committer                                         | 1970-01-01T00:00:00Z
          encoding latin-1                                  | 1970-01-01T00:00:00Z
          """)
  void theMailIsReadWhateverItsCommitterLineSays(String committer, Instant arrived)
      throws Exception {
    GitLab lab = new GitLab(folder);
    lab.deliver("before");
    ObjectId tree = lab.tree("m", lab.insert(Constants.OBJ_BLOB, "odd".getBytes(ISO_8859_1)));
    String header = "tree " + tree.name() + "\nparent " + lab.head().orElseThrow().name() + "\n";
    lab.head(insert(lab, header + AUTHOR + "\n" + committer + "\n\nmail\n"));
    lab.deliver("behind");
    try (ArchiveSource source = lab.open()) {
      Walk walk = Walk.from(Cursor.START, source, 1);
      ArchiveEntry odd = walk.entries().get(1);

      assertThat(walk.mails()).containsExactly("before", "odd", "behind");
      assertThat(odd.arrived()).isEqualTo(arrived);
      assertThat(source.read(odd.ref()).orElseThrow().arrived()).isEqualTo(arrived);
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "'\n'", "'\n\n'", "'\nauthor'", "'\nauthor a <a@x> 1 +0000\ncommitter'"})
  void aCommitThatEndsEarlyIsReadAsFarAsItGoes(String rest) throws Exception {
    GitLab lab = new GitLab(folder);
    ObjectId tree = lab.tree("m", lab.insert(Constants.OBJ_BLOB, "odd".getBytes(ISO_8859_1)));
    lab.head(insert(lab, "tree " + tree.name() + rest));
    lab.deliver("behind");
    try (ArchiveSource source = lab.open()) {
      assertThat(Walk.through(source).mails()).containsExactly("odd", "behind");
    }
  }

  private static ObjectId insert(GitLab lab, String commit) throws Exception {
    return lab.insert(Constants.OBJ_COMMIT, commit.getBytes(ISO_8859_1));
  }
}
