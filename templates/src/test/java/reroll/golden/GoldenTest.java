package reroll.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
  @TempDir private Path folder;

  @Test
  void theSameTextPasses() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "ä\n");

    new Golden(folder, false).check("a.txt", "ä\n");
  }

  @Test
  void anotherTextFailsAndNamesTheSwitch() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "old\n");

    assertThatThrownBy(() -> new Golden(folder, false).check("a.txt", "old"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a.txt")
        .hasMessageContaining("-Dgolden=rewrite");
    assertThat(folder.resolve("a.txt")).hasContent("old\n");
  }

  @Test
  void aMissingFileFailsAndIsNotMadeInSilence() {
    assertThatThrownBy(() -> new Golden(folder, false).check("new.txt", "text"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dgolden=rewrite");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theSwitchWritesWhatIsMissingOrDiffers() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "old");

    new Golden(folder, true).check("a.txt", "new\n");
    new Golden(folder, true).check("below/b.txt", "text");

    assertThat(folder.resolve("a.txt")).hasContent("new\n");
    assertThat(folder.resolve("below/b.txt")).hasContent("text");
  }

  @Test
  void theSwitchLeavesAloneWhatIsRight() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "same");
    FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(file, longAgo);

    new Golden(folder, true).check("a.txt", "same");

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
  }
}
