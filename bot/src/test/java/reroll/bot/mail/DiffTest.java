package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Diffs as git writes them, and as they come out of mailers (PEERS G13, G14). */
class DiffTest {
  private static Diff read(String text) {
    Lines lines = new Lines(text);
    assertThat(lines.next()).isTrue();
    assertThat(Diff.begins(lines)).isTrue();
    return Diff.read(lines);
  }

  private static void changes(Diff diff, int added, int removed, String... files) {
    assertThat(diff.files()).containsExactly(files);
    assertThat(List.of(diff.added(), diff.removed())).containsExactly(added, removed);
  }

  @Test
  void filesAndLinesAreCounted() {
    Diff diff =
        read(
            """
            diff --git a/pond/frog.c b/pond/frog.c
            index 0123456..789abcd 100644
            --- a/pond/frog.c
            +++ b/pond/frog.c
            @@ -1,3 +1,4 @@ int frog(void)
             one
            -two
            +two and
            +a half
             three
            @@ -10 +11 @@
            -ten
            +eleven
            diff --git a/pond/newt.c b/pond/newt.c
            --- a/pond/newt.c
            +++ b/pond/newt.c
            @@ -1,2 +1 @@
             one
            -two
            --\s
            2.43.0
            """);

    changes(diff, 3, 3, "pond/frog.c", "pond/newt.c");
    assertThat(diff.isEmpty()).isFalse();
  }

  @Test
  void filesComeAndGo() {
    changes(
        read(
            """
            diff --git a/new.c b/new.c
            new file mode 100644
            --- /dev/null
            +++ b/new.c
            @@ -0,0 +1,2 @@
            +one
            +two
            diff --git a/old.c b/old.c
            deleted file mode 100644
            --- a/old.c
            +++ /dev/null
            @@ -1,2 +0,0 @@
            -one
            -two
            """),
        2,
        2,
        "new.c",
        "old.c");
  }

  @Test
  void aRenameTouchesTheFileUnderItsNewName() {
    changes(
        read(
            """
            diff --git a/frog.c b/pond/frog.c
            similarity index 100%
            rename from frog.c
            rename to pond/frog.c
            """),
        0,
        0,
        "pond/frog.c");
  }

  @Test
  void aModeABinaryAndAnEmptyFileAreTouchedWithoutLines() {
    changes(
        read(
            """
            diff --git a/run.sh b/run.sh
            old mode 100644
            new mode 100755
            diff --git a/frog.png b/frog.png
            index 0123456..789abcd 100644
            Binary files a/frog.png and b/frog.png differ
            diff --git a/newt.png b/newt.png
            index 0123456..789abcd 100644
            GIT binary patch
            literal 10
            Rc$@w#000000000000000

            literal 0
            HcmV?d00001

            diff --git a/empty b/empty
            new file mode 100644
            index 0000000..e69de29
            """),
        0,
        0,
        "run.sh",
        "frog.png",
        "newt.png",
        "empty");
  }

  @Test
  void aSubmoduleIsAFile() {
    changes(
        read(
            """
            diff --git a/sub b/sub
            index 0123456..789abcd 160000
            --- a/sub
            +++ b/sub
            @@ -1 +1 @@
            -Subproject commit 0123456789abcdef0123456789abcdef01234567
            +Subproject commit 789abcdef0123456789abcdef0123456789abcde
            """),
        1,
        1,
        "sub");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "diff --git a/a b.c b/a b.c; a b.c",
        "diff --git a/b/b.c b/b/b.c; b/b.c",
        "diff --git \"a/fr\\303\\266sch.c\" \"b/fr\\303\\266sch.c\"; frösch.c",
        "diff --git \"a/tab\\there.c\" \"b/tab\\there.c\"; tab here.c",
        "diff --git \"a/quo\\\"te.c\" \"b/quo\\\"te.c\"; quo\"te.c",
        "diff --git a/frog.c \"b/fr\\303\\266sch.c\"; frösch.c",
        "diff --git a/x b/y b/x b/y; x b/y",
      })
  void aPathIsReadHoweverGitQuotesIt(String header, String path) {
    changes(read(header + "\nold mode 100644\nnew mode 100755\n"), 0, 0, path);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "--- frog.c.orig\\t2026-03-01\\n+++ frog.c\\t2026-03-02; frog.c",
        "--- a/frog.c\\n+++ b/frog.c; frog.c",
        "Index: frog.c\\n=====\\n--- frog.c\\n+++ frog.c; frog.c",
        "diff -u -r1.1 frog.c\\n--- frog.c\\n+++ frog.c; frog.c",
        "diff -Nru old/frog.c new/frog.c\\n--- old/frog.c\\n+++ new/frog.c; new/frog.c",
      })
  void otherToolsWriteDiffsToo(String header, String path) {
    String text = header.translateEscapes() + "\n@@ -1 +1 @@\n-sit\n+jump\n";

    changes(read(text), 1, 1, path);
  }

  @Test
  void countsTellWhatBelongsToAHunk() {
    changes(
        read(
            """
            diff --git a/x.patch b/x.patch
            --- a/x.patch
            +++ b/x.patch
            @@ -1,2 +1,3 @@
             --- a/inner.c
            ++++ b/inner.c
             @@ -1 +1 @@
            -- not counted
            + not counted
            """),
        1,
        0,
        "x.patch");
  }

  @Test
  void aHunkThatPromisesMoreThanItHasDoesNotSwallowTheNextFile() {
    changes(
        read(
            """
            diff --git a/a.c b/a.c
            --- a/a.c
            +++ b/a.c
            @@ -1,900 +1,900 @@
            -one
            +two
            diff --git a/b.c b/b.c
            --- a/b.c
            +++ b/b.c
            @@ -1 +1 @@
            -one
            +two
            """),
        2,
        2,
        "a.c",
        "b.c");
  }

  @Test
  void aHunkWithImpossibleCountsIsRead() {
    changes(
        read("diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,999999999 +1,999999999 @@\n-x\n+y\n"),
        1,
        1,
        "a");
    changes(read("diff --git a/a b/a\n@@ -1,9999999999 +1 @@\n-x\n+y\n"), 0, 0, "a");
  }

  @Test
  void blankContextThatLostItsBlankIsContext() {
    changes(
        read("diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,3 +1,3 @@\n a\n\n-x\n+y\n"), 1, 1, "a");
  }

  @Test
  void noNewlineAtTheEndIsNoLine() {
    changes(
        read(
            "diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n"),
        1,
        1,
        "a");
  }

  @Test
  void moreFilesThanAnybodyReadsAreNotKept() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      text.append("diff --git a/f").append(i).append(" b/f").append(i).append("\n");
    }
    assertThat(read(text.toString()).files()).hasSize(Diff.MAX_FILES).startsWith("f0", "f1");
  }

  @Test
  void diffsThatChangeTheSameLinesAreAlike() {
    String hunk = "@@ -1,2 +1,2 @@\n int pond;\n-int sitting = 1;\n+int jumping = 1;\n";
    Diff one = read("diff --git a/a b/a\n--- a/a\n+++ b/a\n" + hunk);
    Diff moved = read("diff --git a/b b/b\n--- a/b\n+++ b/b\n" + hunk.replace("-1,2", "-90,2"));
    Diff indented = read("diff --git a/a b/a\n--- a/a\n+++ b/a\n" + hunk.replace("int", "\tint"));
    Diff other = read("diff --git a/a b/a\n--- a/a\n+++ b/a\n" + hunk.replace("jumping", "asleep"));

    assertThat(one.sketch().likeness(moved.sketch())).isEqualTo(1);
    assertThat(one.sketch().likeness(indented.sketch())).isEqualTo(1);
    assertThat(one.sketch().likeness(other.sketch())).isBetween(0.1, 0.9);
  }

  @Test
  void controlCharactersInAPathAreDropped() {
    changes(read("diff --git a/x\u202Ey b/x\u202Ey\n"), 0, 0, "xy");
  }
}
