package reroll.bot.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The header block of a mail. Real ones have raw 8-bit bytes, repeated fields and lines that are no
 * fields; all are taken as they are. Immutable.
 */
public final class Headers {
  /** Larger header blocks are read to here; the rest of the block is dropped. */
  static final int MAX_BLOCK_BYTES = 256 << 10;

  static final int MAX_FIELDS = 2_000;

  /** Where a field stands in the mail; few of the many fields of a mail are ever asked for. */
  private record Field(int name, int nameEnd, int value, int valueEnd) {}

  private final byte[] mail;
  private final Field[] fields;
  private final int bodyStart;
  private final boolean cut;

  private Headers(byte[] mail, List<Field> fields, int bodyStart, boolean cut) {
    this.mail = mail;
    this.fields = fields.toArray(Field[]::new);
    this.bodyStart = bodyStart;
    this.cut = cut;
  }

  /** Reads the header block at the start of a mail; an mbox separator line before it is skipped. */
  static Headers parse(byte[] mail) {
    return new Scanner(mail).scan();
  }

  /** Where the body begins: the length of the mail if there is none. */
  int bodyStart() {
    return bodyStart;
  }

  /** Whether a limit was met, so that fields may be missing. */
  boolean cut() {
    return cut;
  }

  /** The first field of this name as it stands in the mail, folds included. */
  public Optional<String> raw(String name) {
    for (Field field : fields) {
      if (isNamed(field, name)) {
        return Optional.of(raw(field));
      }
    }
    return Optional.empty();
  }

  private String raw(Field field) {
    return TextDecoder.decode(mail, field.value(), field.valueEnd());
  }

  private boolean isNamed(Field field, String name) {
    if (field.nameEnd() - field.name() != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = (char) (mail[field.name() + i] & 0xFF);
      if (c != name.charAt(i)
          && Character.toLowerCase(c) != Character.toLowerCase(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The first field of this name as one line of decoded text; empty if there is none. */
  public Optional<String> text(String name) {
    return raw(name).map(TextDecoder::header);
  }

  /**
   * The first field of this name, for one who looks at its words alone, as in those that hold
   * addresses or ids: as {@link #text}, but a value of nothing but ASCII keeps its folds.
   */
  Optional<String> words(String name) {
    return raw(name).map(TextDecoder::words);
  }

  /** All fields of this name, each as one line of decoded text. */
  public List<String> all(String name) {
    return Arrays.stream(fields)
        .filter(field -> isNamed(field, name))
        .map(field -> TextDecoder.header(raw(field)))
        .toList();
  }

  public boolean has(String name) {
    return raw(name).isPresent();
  }

  /** One pass over the lines up to the empty one. */
  private static final class Scanner {
    private final byte[] mail;
    private final List<Field> fields = new ArrayList<>(40);
    private int fieldStart = -1;
    private boolean cut;

    Scanner(byte[] mail) {
      this.mail = mail;
    }

    Headers scan() {
      int line = startsWithMboxLine() ? nextLine(0) : 0;
      while (line < mail.length && !isEmpty(line)) {
        if (!isContinuation(line)) {
          endField(line);
          fieldStart = line;
        }
        line = nextLine(line);
      }
      endField(line);
      return new Headers(mail, fields, Math.min(nextLine(line), mail.length), cut);
    }

    private boolean startsWithMboxLine() {
      int at = mail.length > 0 && mail[0] == '>' ? 1 : 0;
      return mail.length > at + 4
          && mail[at] == 'F'
          && mail[at + 1] == 'r'
          && mail[at + 2] == 'o'
          && mail[at + 3] == 'm'
          && mail[at + 4] == ' ';
    }

    private boolean isEmpty(int line) {
      return mail[line] == '\n' || (mail[line] == '\r' && nextLine(line) == line + 2);
    }

    private boolean isContinuation(int line) {
      return fieldStart >= 0 && (mail[line] == ' ' || mail[line] == '\t');
    }

    /** All bytes of all headers pass here: the field is read once. */
    private int nextLine(int from) {
      byte[] bytes = mail;
      int at = from;
      while (at < bytes.length && bytes[at] != '\n') {
        at++;
      }
      return at + 1;
    }

    private void endField(int end) {
      if (fieldStart < 0) {
        return;
      }
      int start = fieldStart;
      fieldStart = -1;
      if (start > MAX_BLOCK_BYTES || fields.size() >= MAX_FIELDS) {
        cut = true;
        return;
      }
      int stop = Math.min(Math.min(end, mail.length), MAX_BLOCK_BYTES);
      cut |= stop < Math.min(end, mail.length);
      int colon = colon(start, stop);
      if (colon > 0) {
        fields.add(field(start, colon, stop));
      }
    }

    private Field field(int from, int colon, int to) {
      int valueEnd = to;
      while (valueEnd > colon + 1 && (mail[valueEnd - 1] == '\n' || mail[valueEnd - 1] == '\r')) {
        valueEnd--;
      }
      int nameEnd = colon;
      while (nameEnd > from && isBlank(mail[nameEnd - 1])) {
        nameEnd--;
      }
      return new Field(
          skipBlanks(from, nameEnd), nameEnd, skipBlanks(colon + 1, valueEnd), valueEnd);
    }

    private int skipBlanks(int from, int to) {
      int at = from;
      while (at < to && isBlank(mail[at])) {
        at++;
      }
      return at;
    }

    private static boolean isBlank(byte b) {
      return b == ' ' || b == '\t';
    }

    /** The colon behind a field's name; 0 where the line is no field. */
    private int colon(int from, int to) {
      for (int i = from; i < to; i++) {
        if (mail[i] == ':') {
          return i == from ? 0 : i;
        }
        if (mail[i] <= ' ' && mail[i] != ' ' && mail[i] != '\t') {
          return 0;
        }
      }
      return 0;
    }
  }
}
