package reroll.connectors.archive.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Mails that came in one answer, kept in a file until they are wanted: a server sends the latest
 * first, and all of them may fit no memory. Used by one thread at a time.
 */
final class MailSpool implements AutoCloseable {
  private record Slot(long offset, int length, long size) {}

  private final Path file;
  private final FileChannel channel;
  private final List<Slot> slots = new ArrayList<>();
  private final Set<Long> hashes = new HashSet<>();
  private long end;

  MailSpool(Path folder) throws IOException {
    Files.createDirectories(folder);
    file = folder.resolve("mails.spool");
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
  }

  /** Adds a mail, unless it is there. */
  void add(WireMail mail, List<Long> mailHashes) throws IOException {
    if (hashes.containsAll(mailHashes)) {
      return; // the server's pages shift while mail comes in
    }
    hashes.addAll(mailHashes);
    slots.add(new Slot(end, mail.bytes().length, mail.size()));
    ByteBuffer bytes = ByteBuffer.wrap(mail.bytes());
    while (bytes.hasRemaining()) {
      end += channel.write(bytes, end);
    }
  }

  /** Forgets all mails. */
  void clear() {
    slots.clear();
    hashes.clear();
    end = 0;
  }

  void reverse() {
    Collections.reverse(slots);
  }

  int count() {
    return slots.size();
  }

  boolean has(EscapedId id) {
    return hashes.contains(id.hash());
  }

  WireMail get(int index) throws IOException {
    Slot slot = slots.get(index);
    ByteBuffer bytes = ByteBuffer.allocate(slot.length());
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, slot.offset() + bytes.position()) < 0) {
        throw new IOException(file + " was cut");
      }
    }
    return new WireMail(bytes.array(), slot.size());
  }

  /** Deletes the file. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
