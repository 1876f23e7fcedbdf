package reroll.connectors.chat.matrix;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets a chat hear many events, a tenth of them commands, and tells what the heap holds after a
 * collection: before the first, after the first tenth, and in the end. Takes how many.
 */
final class SyncMemory {
  private static final int A_SYNC = 50;
  private static final int EACH_IS_A_COMMAND = 10;

  private final FakeHomeserver server = new FakeHomeserver();
  private final AtomicInteger heard = new AtomicInteger();
  private int told;

  private SyncMemory() throws Exception {}

  public static void main(String[] args) throws Exception {
    int events = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    new SyncMemory().run(events);
    System.exit(0);
  }

  private void run(int events) throws Exception {
    Path folder = Files.createTempDirectory("sync-memory-");
    server.willTell("{\"next_batch\":\"s0\"}");
    try (MatrixLab lab = MatrixLab.of(server.settings(), folder)) {
      lab.chat.start(said -> heard.incrementAndGet());
      tell(A_SYNC);
      print("after " + told + " events");
      tell(events / 10 - told);
      print("after " + told + " events");
      tell(events - told);
      print("after " + told + " events");
      System.out.println(heard + " commands heard");
    }
  }

  private void tell(int events) throws Exception {
    String words = "some words of a talk in a busy room, ".repeat(12);
    int last = told + events;
    while (told < last) {
      List<String> timeline = new ArrayList<>();
      for (int i = 0; i < A_SYNC; i++) {
        boolean command = told++ % EACH_IS_A_COMMAND == 0;
        timeline.add(
            command
                ? FakeHomeserver.said("$c" + told, "!lists")
                : FakeHomeserver.said("$t" + told, "@eve:x", notice(words + told)));
      }
      server.willTellOf("s" + told, timeline.toArray(String[]::new));
    }
    while (heard.get() < told / EACH_IS_A_COMMAND) {
      LockSupport.parkNanos(10_000_000);
    }
    server.forgetRequests();
  }

  private static String notice(String text) {
    return "{\"msgtype\":\"m.notice\",\"body\":\"" + text + "\"}";
  }

  private static void print(String when) {
    for (int i = 0; i < 4; i++) {
      System.gc();
      LockSupport.parkNanos(200_000_000);
    }
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f MB%n",
        when,
        (runtime.totalMemory() - runtime.freeMemory()) / 1_048_576.0);
  }
}
