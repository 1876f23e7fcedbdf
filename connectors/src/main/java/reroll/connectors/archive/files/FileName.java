package reroll.connectors.archive.files;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** The name of a file in printable ASCII, as a cursor and a ref want it. */
final class FileName {
  private static final Pattern PLAIN = Pattern.compile("[ -$&-~]+");

  private FileName() {}

  /**
   * The name itself where it is plain. Any other one is told byte by byte ({@code %C3}): in a
   * container without a locale, Java shows all letters that are not ASCII as one and the same, and
   * two files would become one.
   */
  static String of(Path file) {
    String name = String.valueOf(file.getFileName());
    if (PLAIN.matcher(name).matches()) {
      return name;
    }
    String uri = file.toUri().getRawPath();
    return uri.substring(uri.lastIndexOf('/') + 1);
  }
}
