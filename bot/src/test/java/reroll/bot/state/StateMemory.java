package reroll.bot.state;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import reroll.bot.intake.Intake;
import reroll.bot.mail.MessageId;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.git.GitArchive;
import reroll.templates.Templates;

/**
 * How much of the heap the whole state of some archives holds for each patch mail: when they have
 * just been read, and when the same state has been taken up from a snapshot. Issue 8 allows 1 KB.
 */
public final class StateMemory {
  /** References that only the collector can clear are gone after the second time. */
  private static final int COLLECTIONS = 3;

  private StateMemory() {}

  /** Takes archives, all of which become one state; the snapshot's name is printed. */
  public static void main(String[] archives) throws Exception {
    Path snapshot = Files.createTempFile("reroll-bench-", ".packed");
    System.out.println("state: " + snapshot);
    AtomicReference<BotState> state = new AtomicReference<>(newState());
    for (String archive : archives) {
      read(Path.of(archive), state.get());
    }
    Files.write(snapshot, new Snapshot().encode(state.get().save()));
    print("fresh", state);
    state.set(newState());
    state.get().restore(new Snapshot().decode(Files.readAllBytes(snapshot)));
    // So that what waits for somebody who asks is there, too.
    state.get().tracker().mail(new MessageId("nobody@example.org"));
    print("restored", state);
  }

  private static BotState newState() {
    return new BotState(Story.settings(1_000_000), new Templates());
  }

  private static void read(Path archive, BotState state) throws Exception {
    String name = archive.toString();
    try (ArchiveSource source =
        GitArchive.FACTORY.open(new GitArchive.Settings(archive), TestHome.beside(archive))) {
      new Intake(name, source, Runnable::run, Clock.systemUTC(), Instant.EPOCH)
          .readAll(Cursor.START, batch -> state.apply(new Input.MailCame(Instant.EPOCH, batch)));
    }
  }

  /** What lets go of the heap when the state goes was held by it, and by nothing else. */
  private static void print(String what, AtomicReference<BotState> state) {
    int mails = state.get().tracker().size();
    long with = live();
    state.set(null);
    long used = with - live();
    System.out.printf(
        Locale.ROOT,
        "%-9s %,d bytes for %,d patch mails: %,d each%n",
        what + ":",
        used,
        mails,
        used / mails);
  }

  private static long live() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
