package reroll.bot.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import reroll.bot.mail.Mail.Defect;

/**
 * The text of a mail that has parts: all plain text that is shown inline, one of alternatives, and
 * the first attached patch. Enclosed mails are not opened.
 */
final class MimeParts {
  static final int MAX_PARTS = 100;
  static final int MAX_DEPTH = 10;

  private static final MimeConfig LIMITS =
      MimeConfig.custom()
          .setMaxLineLen(-1)
          .setMaxHeaderCount(Headers.MAX_FIELDS)
          .setMaxHeaderLen(Headers.MAX_BLOCK_BYTES)
          .setMaxContentLen(-1)
          .build();

  private static final Pattern PATCH_NAME =
      Pattern.compile("name\\*?\\s*=\\s*\"?[^\";]+\\.(?:patch|diff)", Pattern.CASE_INSENSITIVE);

  private final Set<Defect> defects;
  private final StringBuilder text = new StringBuilder();
  private Optional<String> patch = Optional.empty();
  private boolean html;

  private String type = "";
  private String disposition = "";
  private String encoding = "";
  private int depth = 1;
  private int parts;

  private MimeParts(Set<Defect> defects) {
    this.defects = defects;
  }

  /** Reads a multipart body of the given Content-Type; adds to {@code defects}. */
  static MailText read(String contentType, byte[] body, Set<Defect> defects) {
    MimeParts parts = new MimeParts(defects);
    try {
      parts.walk(contentType, body);
    } catch (MimeException | IOException e) {
      defects.add(Defect.MALFORMED);
    }
    if (parts.text.isEmpty() && parts.html) {
      defects.add(Defect.HTML_ONLY);
    }
    return new MailText(parts.text.toString(), parts.patch, defects);
  }

  private void walk(String contentType, byte[] body) throws MimeException, IOException {
    MimeTokenStream stream = new MimeTokenStream(LIMITS);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parseHeadless(new ByteArrayInputStream(body), contentType);
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM;
        state = stream.next()) {
      if (parts > MAX_PARTS || depth > MAX_DEPTH) {
        defects.add(Defect.CUT);
        return;
      }
      take(state, stream);
    }
  }

  private void take(EntityState state, MimeTokenStream stream) throws IOException {
    switch (state) {
      case T_START_HEADER -> {
        type = "text/plain";
        disposition = "";
        encoding = "";
        parts++;
      }
      case T_FIELD -> field(stream.getField());
      case T_START_MULTIPART -> depth++;
      case T_END_MULTIPART -> depth--;
      case T_BODY -> body(stream);
      default -> {
        // Preambles, epilogues and the borders of parts say nothing.
      }
    }
  }

  private void field(Field field) {
    if (field.getName().equalsIgnoreCase("Content-Type")) {
      type = TextDecoder.header(field.getBody());
    } else if (field.getName().equalsIgnoreCase("Content-Disposition")) {
      disposition = TextDecoder.header(field.getBody());
    } else if (field.getName().equalsIgnoreCase("Content-Transfer-Encoding")) {
      encoding = TextDecoder.header(field.getBody());
    }
  }

  private void body(MimeTokenStream stream) throws IOException {
    String name = type.toLowerCase(Locale.ROOT);
    if (isPatch(name)) {
      if (patch.isEmpty()) {
        patch = Optional.of(plain(stream));
      }
    } else if (name.startsWith("text/plain") && !isAttachment()) {
      text.append(plain(stream));
    } else if (name.startsWith("text/html")) {
      html = true;
    }
  }

  private boolean isPatch(String name) {
    return name.startsWith("text/x-patch")
        || name.startsWith("text/x-diff")
        || PATCH_NAME.matcher(type).find()
        || PATCH_NAME.matcher(disposition).find();
  }

  private boolean isAttachment() {
    return disposition.regionMatches(true, 0, "attachment", 0, 10);
  }

  private String plain(MimeTokenStream stream) throws IOException {
    byte[] encoded = stream.getInputStream().readNBytes(MailText.MAX_TEXT_BYTES);
    return MailText.plain(MailText.decodeTransfer(encoded, encoding, defects), type);
  }
}
