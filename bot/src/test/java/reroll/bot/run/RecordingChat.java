package reroll.bot.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import reroll.connectors.chat.Attachment;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;

/** A chat that keeps what was posted. */
public final class RecordingChat implements ChatPlatform {
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final List<String> channels = new CopyOnWriteArrayList<>();
  private final List<Attachment> files = new CopyOnWriteArrayList<>();
  private final AtomicInteger closings = new AtomicInteger();
  private final AtomicInteger starts = new AtomicInteger();
  private Consumer<Incoming> inbox = early -> {};

  public void say(String event, String text) {
    inbox.accept(new Incoming("room", "ann", event, Optional.empty(), text, false));
  }

  /** All posts, in Markdown. */
  public List<String> texts() {
    return texts;
  }

  /** Where each of them was posted. */
  public List<String> channels() {
    return channels;
  }

  /** What went along with posts. */
  List<Attachment> files() {
    return files;
  }

  /** How often it was started. */
  public int starts() {
    return starts.get();
  }

  /** How often it was closed. */
  public int closings() {
    return closings.get();
  }

  @Override
  public void start(Consumer<Incoming> listener) {
    starts.incrementAndGet();
    inbox = listener;
  }

  @Override
  public String send(Outgoing post) {
    channels.add(post.channel());
    texts.add(post.text().markdown());
    post.file().ifPresent(files::add);
    return post.key();
  }

  @Override
  public void close() {
    closings.incrementAndGet();
  }
}
