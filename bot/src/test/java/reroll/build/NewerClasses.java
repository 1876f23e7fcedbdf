package reroll.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Writes classes of Java 5 in a jar, picocli's, in the form of Java 8. What they do stays the same;
 * but those from before Java 6 cannot be among the classes that a start finds ready (HotSpot's
 * {@code -Xlog:cds} says so), and to read and verify them takes a tenth of every start. The entries
 * of the jar get one order, too.
 */
public final class NewerClasses {
  private static final int MAJOR_VERSION_AT = 7;

  /**
   * Two builds give the same jar; what merged it keeps no order. The manifest has to come first.
   */
  private static final Comparator<ZipEntry> ORDER =
      Comparator.comparing((ZipEntry entry) -> !entry.getName().equals(JarFile.MANIFEST_NAME))
          .thenComparing(ZipEntry::getName);

  private NewerClasses() {}

  /** Takes the jar, and changes it; all that it holds must be on the class path, too. */
  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (ZipFile before = new ZipFile(jar.toFile());
        ZipOutputStream after = new ZipOutputStream(all)) {
      for (ZipEntry entry : before.stream().sorted(ORDER).toList()) {
        byte[] bytes = before.getInputStream(entry).readAllBytes();
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(entry.getTimeLocal());
        after.putNextEntry(same);
        after.write(isOldClass(entry.getName(), bytes) ? newer(bytes) : bytes);
      }
    }
    Files.write(jar, all.toByteArray());
  }

  private static boolean isOldClass(String name, byte[] bytes) {
    return name.endsWith(".class") && bytes[MAJOR_VERSION_AT] < (Opcodes.V1_6 & 0xFF);
  }

  /** From Java 7 on a class says itself what its methods hold where, so that this is made, too. */
  private static byte[] newer(byte[] old) {
    ClassWriter newer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    new ClassReader(old)
        .accept(
            new ClassVisitor(Opcodes.ASM9, newer) {
              @Override
              public void visit(
                  int ignored, int access, String name, String generic, String above, String[] of) {
                super.visit(Opcodes.V1_8, access, name, generic, above, of);
              }
            },
            ClassReader.SKIP_FRAMES);
    return newer.toByteArray();
  }
}
