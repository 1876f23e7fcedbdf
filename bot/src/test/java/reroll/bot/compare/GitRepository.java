package reroll.bot.compare;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A git repository in a folder of a test, and the git that is on the PATH. */
final class GitRepository {
  private final Path folder;

  private GitRepository(Path folder) {
    this.folder = folder;
  }

  /** Whether there is a git to compare with. */
  static boolean isThereGit() {
    try {
      return new ProcessBuilder("git", "range-diff", "-h")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 129; // what git ends with when it has shown how a command is used
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  static GitRepository create(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    GitRepository repository = new GitRepository(folder);
    repository.run("init", "-q", "--bare", ".");
    return repository;
  }

  /** Takes commits as git-fast-import(1) reads them. */
  void add(String stream) throws IOException, InterruptedException {
    run(stream, List.of("fast-import", "--quiet", "--force"));
  }

  /** What git prints. */
  String run(String... arguments) throws IOException, InterruptedException {
    return run("", List.of(arguments));
  }

  private String run(String input, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder
        .environment()
        .putAll(Map.of("GIT_CONFIG_NOSYSTEM", "1", "HOME", folder.toString(), "LC_ALL", "C"));
    Process process = builder.redirectErrorStream(true).start();
    CompletableFuture<Void> fed =
        CompletableFuture.runAsync(
            () -> {
              try (OutputStream out = process.getOutputStream()) {
                out.write(input.getBytes(StandardCharsets.UTF_8));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int end = process.waitFor();
    fed.join();
    if (end != 0) {
      throw new IOException(command + " ended with " + end + ": " + output);
    }
    return output;
  }
}
