package reroll.bench;

import java.nio.file.Path;
import java.util.List;

/** Whole processes of which only the time matters. */
final class QuietProcess {
  private QuietProcess() {}

  static ProcessBuilder in(Path folder, List<String> command) {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  /** What reading an archive is measured against: git reading all of its mails. */
  static ProcessBuilder git(Path archive) {
    return in(
        archive, List.of("sh", "-c", "git log --format=%H:m HEAD | git cat-file --batch | wc -c"));
  }
}
