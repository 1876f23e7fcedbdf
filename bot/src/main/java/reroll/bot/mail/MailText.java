package reroll.bot.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import reroll.bot.mail.Mail.Defect;

/**
 * The text of a mail's body. Nearly all list mail is one part, which is decoded here; parts within
 * parts are {@link MimeParts}'.
 */
record MailText(String text, Optional<String> attachedPatch, Set<Defect> defects) {
  /** Text beyond this is cut. The longest patch of 340,000 real mails has 3.5 MB, p99 is 40 KB. */
  static final int MAX_TEXT_BYTES = 4 << 20;

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern FLOWED =
      Pattern.compile("format\\s*=\\s*\"?flowed", Pattern.CASE_INSENSITIVE);
  private static final Pattern DELSP =
      Pattern.compile("delsp\\s*=\\s*\"?yes", Pattern.CASE_INSENSITIVE);

  /** Reads the body behind {@code headers}. */
  static MailText read(Headers headers, byte[] mail) {
    String type = headers.text("Content-Type").orElse("text/plain");
    byte[] body =
        Arrays.copyOfRange(
            mail, headers.bodyStart(), Math.min(mail.length, headers.bodyStart() + MAX_TEXT_BYTES));
    Set<Defect> defects = EnumSet.noneOf(Defect.class);
    if (mail.length - headers.bodyStart() > body.length) {
      defects.add(Defect.CUT);
    }
    if (type.regionMatches(true, 0, "multipart/", 0, 10)) {
      return MimeParts.read(type, body, defects);
    }
    if (type.regionMatches(true, 0, "text/html", 0, 9)) {
      defects.add(Defect.HTML_ONLY);
      return new MailText("", Optional.empty(), defects);
    }
    String encoding = headers.text("Content-Transfer-Encoding").orElse("");
    String text = plain(decodeTransfer(body, encoding, defects), type);
    return new MailText(text, Optional.empty(), defects);
  }

  /** Undoes a Content-Transfer-Encoding; adds to {@code defects}. */
  static byte[] decodeTransfer(byte[] body, String encoding, Set<Defect> defects) {
    String name = encoding.strip().toLowerCase(Locale.ROOT);
    if (name.startsWith("quoted-printable")) {
      return QuotedPrintable.decode(body);
    }
    if (name.startsWith("base64")) {
      InputStream encoded = new ByteArrayInputStream(body);
      return readAll(new Base64InputStream(encoded, DecodeMonitor.SILENT), defects);
    }
    return body;
  }

  private static byte[] readAll(InputStream decoder, Set<Defect> defects) {
    try (decoder) {
      return decoder.readNBytes(MAX_TEXT_BYTES);
    } catch (IOException e) {
      defects.add(Defect.MALFORMED);
      return new byte[0];
    }
  }

  /** Decoded bytes of a text part as lines that end in {@code \n}. */
  static String plain(byte[] bytes, String contentType) {
    Matcher charset = CHARSET.matcher(contentType);
    String text =
        TextDecoder.decode(
            bytes, charset.find() ? Optional.of(charset.group(1)) : Optional.empty());
    String lines = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    return FLOWED.matcher(contentType).find()
        ? FlowedText.unflow(lines, DELSP.matcher(contentType).find())
        : lines;
  }
}
