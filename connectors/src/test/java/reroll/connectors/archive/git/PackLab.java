package reroll.connectors.archive.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.internal.storage.file.BasePackIndexWriter;
import org.eclipse.jgit.internal.storage.pack.DeltaEncoder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.transport.PackedObjectInfo;

/** Writes a pack byte by byte (gitformat-pack(5)): a sound one, or one that no git would write. */
final class PackLab {
  private static final int HEADER_BYTES = 12;
  private static final int SUM_BYTES = 20;

  private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
  private final List<PackedObjectInfo> objects = new ArrayList<>();
  private final Map<ObjectId, Long> offsets = new HashMap<>();
  private final Map<ObjectId, byte[]> contents = new HashMap<>();

  static ObjectId blobId(byte[] content) {
    try (ObjectInserter names = new ObjectInserter.Formatter()) {
      return names.idFor(Constants.OBJ_BLOB, content);
    }
  }

  /** Adds a mail as it is. */
  ObjectId mail(byte[] content) {
    return mail(content, head(Constants.OBJ_BLOB, content.length), deflated(content));
  }

  /** Adds a mail that is told by how it differs from one before it, by where that begins. */
  ObjectId deltaByOffset(ObjectId base, byte[] content) {
    byte[] delta = delta(base, content);
    byte[] distance = distance(next() - offset(base));
    byte[] head = joined(head(Constants.OBJ_OFS_DELTA, delta.length), distance);
    return mail(content, head, deflated(delta));
  }

  /** Adds one that differs from a mail anywhere, by its name. */
  ObjectId deltaByName(ObjectId base, byte[] content) {
    byte[] delta = delta(base, content);
    return mail(
        content, joined(head(Constants.OBJ_REF_DELTA, delta.length), raw(base)), deflated(delta));
  }

  /** Adds any bytes under the name of a mail. */
  ObjectId mail(byte[] content, byte[] head, byte[] data) {
    ObjectId id = blobId(content);
    PackedObjectInfo entry = new PackedObjectInfo(id);
    entry.setOffset(next());
    objects.add(entry);
    offsets.put(id, next());
    contents.put(id, content);
    entries.writeBytes(head);
    entries.writeBytes(data);
    return id;
  }

  /** Lets others differ from a mail that is added later, or never. */
  void knows(byte[] content) {
    contents.put(blobId(content), content);
  }

  long offset(ObjectId id) {
    return offsets.get(id);
  }

  private long next() {
    return (long) HEADER_BYTES + entries.size();
  }

  byte[] delta(ObjectId base, byte[] content) {
    byte[] from = contents.get(base);
    int same = 0;
    while (same < Math.min(from.length, content.length) && from[same] == content[same]) {
      same++;
    }
    ByteArrayOutputStream delta = new ByteArrayOutputStream();
    try {
      DeltaEncoder encoder = new DeltaEncoder(delta, from.length, content.length);
      if (same > 0) {
        encoder.copy(0, same);
      }
      encoder.insert(content, same, content.length - same);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return delta.toByteArray();
  }

  static byte[] head(int type, long size) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    long rest = size >>> 4;
    head.write((rest == 0 ? 0 : 0x80) | type << 4 | (int) (size & 15));
    for (; rest > 0; rest >>>= 7) {
      head.write((rest > 0x7f ? 0x80 : 0) | (int) (rest & 0x7f));
    }
    return head.toByteArray();
  }

  static byte[] distance(long distance) {
    List<Integer> signs = new ArrayList<>(List.of((int) (distance & 0x7f)));
    for (long rest = distance >>> 7; rest > 0; rest >>>= 7) {
      rest--;
      signs.add(0, 0x80 | (int) (rest & 0x7f));
    }
    byte[] bytes = new byte[signs.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = signs.get(i).byteValue();
    }
    return bytes;
  }

  static byte[] raw(ObjectId id) {
    byte[] bytes = new byte[Constants.OBJECT_ID_LENGTH];
    id.copyRawTo(bytes, 0);
    return bytes;
  }

  static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  static byte[] deflated(byte[] content) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(data)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return data.toByteArray();
  }

  /** The whole pack. */
  byte[] bytes() {
    byte[] header =
        ByteBuffer.allocate(HEADER_BYTES)
            .put("PACK".getBytes(StandardCharsets.US_ASCII))
            .putInt(2)
            .putInt(objects.size())
            .array();
    byte[] body = joined(header, entries.toByteArray());
    try {
      return joined(body, MessageDigest.getInstance("SHA-1").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** The index that goes with it. */
  byte[] index() {
    byte[] pack = bytes();
    byte[] checksum = Arrays.copyOfRange(pack, pack.length - SUM_BYTES, pack.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<PackedObjectInfo> sorted = objects.stream().sorted().toList();
    try {
      BasePackIndexWriter.createOldestPossible(out, sorted).write(sorted, checksum);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Writes pack and index into the repository, and tells where the pack is. */
  Path writeTo(Path repository) throws IOException {
    Path folder = Files.createDirectories(repository.resolve("objects").resolve("pack"));
    String name = "pack-" + "ab".repeat(SUM_BYTES);
    Files.write(folder.resolve(name + ".idx"), index());
    return Files.write(folder.resolve(name + ".pack"), bytes());
  }
}
