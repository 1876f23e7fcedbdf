package reroll.connectors.chat.terminal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import reroll.connectors.chat.Attachment;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Look;
import reroll.connectors.chat.Outgoing;

/**
 * A chat with the person at the terminal. What is said comes from standard input, posts go to
 * standard output; the end of the input ends the talk. A post that was being printed when the
 * process was killed is printed again: a terminal cannot be asked what it shows.
 */
public final class TerminalChat implements ChatPlatform {
  /** How it lays texts out. */
  public static final Look LOOK = new TerminalLook();

  /** The only channel that a terminal has. */
  public static final String CHANNEL = "terminal";

  static final String PROMPT = "reroll> ";

  /** The only person at it. */
  public static final String USER = "you";

  private final Console console;

  /** Tells the messages of this process from those of others. */
  private final String session = Long.toHexString(new SplittableRandom().nextLong());

  private final AtomicReference<Consumer<Incoming>> inbox = new AtomicReference<>(early -> {});
  private final AtomicLong said = new AtomicLong();
  private final CountDownLatch ended = new CountDownLatch(1);

  private TerminalChat(Console console) {
    this.console = console;
  }

  /**
   * Talks through the process's own streams: with a line editor where they are a terminal, in plain
   * lines otherwise.
   *
   * @param history where the line editor keeps what was typed
   * @param completions the words that it offers
   */
  public static TerminalChat onProcessStreams(Path history, List<String> completions) {
    return new TerminalChat(Console.open(history, completions));
  }

  /** Talks through other streams, in plain lines. */
  static TerminalChat on(Console console) {
    return new TerminalChat(console);
  }

  /** Whether a person sits at it, rather than a pipe. */
  public boolean isInteractive() {
    return console.isInteractive();
  }

  @Override
  public void start(Consumer<Incoming> listener) {
    inbox.set(listener);
    Thread reader = new Thread(this::read, "terminal");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try {
      console.readLines(this::take);
    } finally {
      ended.countDown();
    }
  }

  private void take(String line) {
    if (!line.isBlank()) {
      String event = "terminal-" + session + "-" + said.incrementAndGet();
      inbox.get().accept(new Incoming(CHANNEL, USER, event, Optional.empty(), line.strip(), true));
    }
  }

  /** Says a line as if the person had typed it; shows it, too. To be called after the start. */
  public void type(String line) {
    console.print(PROMPT + line);
    take(line);
  }

  /** Shows a line that is no post. */
  public void note(String line) {
    console.print(line);
  }

  /** Shows lines at the foot of the terminal until others take their place; nothing in a pipe. */
  public void foot(List<String> lines) {
    console.foot(lines);
  }

  /** Waits until there is nothing more to be said. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /**
   * Waits no longer than {@code most} for the end; where it came already, {@code most} all the same
   * in a pipe, which has no person to wait for.
   *
   * @return whether there is nothing more to be said
   */
  public boolean awaitEnd(Duration most) throws InterruptedException {
    boolean isOver = ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
    if (isOver && !isInteractive()) {
      new CountDownLatch(1).await(most.toMillis(), TimeUnit.MILLISECONDS);
    }
    return isOver;
  }

  @Override
  public String send(Outgoing post) {
    String text = TerminalText.layOut(post.text(), console.width(), console.isInteractive());
    String file = post.file().map(below -> "\n\n" + shown(below)).orElse("");
    console.print(text + file);
    return post.key();
  }

  /** A terminal has no files: what would be one is shown. */
  private static String shown(Attachment file) {
    return file.text().lines().map(Paper::withoutHarmful).collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    console.close();
  }
}
