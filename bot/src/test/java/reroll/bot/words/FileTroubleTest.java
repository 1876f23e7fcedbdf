package reroll.bot.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileTroubleTest {
  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of(new NoSuchFileException("a/b"), "a/b: there is no such file or folder"),
        Arguments.of(new AccessDeniedException("a/b"), "a/b: this user has no right to it"),
        Arguments.of(new FileAlreadyExistsException("a/b"), "a/b: this is a file, not a folder"),
        Arguments.of(
            new FileSystemException("a/b", null, "Read-only file system"),
            "a/b: Read-only file system"),
        Arguments.of(new FileSystemException("a/b"), "a/b: FileSystemException"),
        Arguments.of(new IOException("No space left on device"), "No space left on device"),
        Arguments.of(new IOException(), "IOException"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("troubles")
  void aPersonIsToldWhichFileAndWhy(IOException trouble, String words) {
    assertThat(FileTrouble.of(trouble)).isEqualTo(words);
  }
}
