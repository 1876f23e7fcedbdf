package reroll.bot.run;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for what the engine was asked. */
final class Answers {
  private Answers() {}

  /**
   * The engine's answer.
   *
   * @throws IOException if the input could not be made safe
   */
  static <T> T of(CompletableFuture<T> asked) throws IOException, InterruptedException {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("the engine failed", e.getCause());
    }
  }
}
