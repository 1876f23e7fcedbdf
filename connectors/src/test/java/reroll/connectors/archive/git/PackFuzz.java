package reroll.connectors.archive.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.DataFormatException;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.lib.ObjectId;

/** Whatever a pack holds is an object at each place, or none. */
public final class PackFuzz {
  private PackFuzz() {}

  private static PackLab pack() {
    PackLab pack = new PackLab();
    ObjectId first = pack.mail("first mail, and what it says".getBytes(US_ASCII));
    ObjectId second = pack.deltaByOffset(first, "first mail, answered".getBytes(US_ASCII));
    pack.deltaByName(second, "first mail, answered again".getBytes(US_ASCII));
    return pack;
  }

  public static List<byte[]> seeds() {
    return List.of(pack().bytes());
  }

  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    PackIndex index = PackIndex.read(new ByteArrayInputStream(pack().index()));
    Path file = Files.createTempFile("fuzz", ".pack");
    try (PackStream stream = PackStream.open(Files.write(file, bytes), index.getChecksum());
        PackReader reader = new PackReader("fuzz", index, stream, new RecentObjects())) {
      for (PackIndex.MutableEntry entry : index) {
        reader.at(entry.getOffset());
      }
    } catch (IOException | DataFormatException | RuntimeException none) {
      return; // JGit is asked then
    } finally {
      Files.delete(file);
    }
  }
}
