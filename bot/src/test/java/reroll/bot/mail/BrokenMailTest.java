package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden mails, broken in ways that nobody thought of. A failure names its seed; {@code
 * -Dbroken.seed=SEED} breaks them in the same way again.
 */
class BrokenMailTest {
  private static final int COPIES = 150;
  private static final long SEED = Long.getLong("broken.seed", new Random().nextLong());
  private static final byte[][] SCRAPS = {
    bytes("=?utf-8?q?"),
    bytes("?="),
    bytes("\n\n"),
    bytes("\r\n"),
    bytes("\0"),
    bytes("--b\n"),
    bytes("Content-Type: multipart/mixed; boundary=b\n"),
    bytes("Message-ID: <x@y>\n"),
    bytes("\n---\n"),
    bytes("diff --git a/"),
    bytes("@@ -1,99999 +1 @@\n"),
    bytes("[PATCH v"),
    bytes("From: "),
    bytes("<"),
    bytes("\""),
    bytes("\\"),
    bytes(" "),
    bytes("\t"),
    {(byte) 0xFF}
  };

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static List<Path> goldenMails() throws IOException {
    Path folder = Path.of("src", "test", "resources", "reroll", "bot", "mail", "mails");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goldenMails")
  void aBrokenMailIsStillAMail(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(SEED + file.getFileName().toString().hashCode());
    for (int copy = 0; copy < COPIES; copy++) {
      byte[] broken = whole;
      for (int wounds = random.nextInt(4); wounds >= 0; wounds--) {
        broken = wounded(broken, random);
      }
      isAMail(broken, file + ", copy " + copy + " of -Dbroken.seed=" + SEED);
    }
  }

  private static void isAMail(byte[] bytes, String which) {
    try {
      Mail mail = MailParser.parse(bytes);
      assertThat(mail.id().value()).as(which).isNotEmpty();
      assertThat(mail.parents()).as(which).doesNotContain(mail.id());
      assertThat(MailDescription.of(mail)).as(which).isNotEmpty();
      assertThat(MailParser.parse(bytes).id()).as(which).isEqualTo(mail.id());
    } catch (RuntimeException e) {
      throw new AssertionError(which, e);
    }
  }

  private static byte[] wounded(byte[] mail, Random random) {
    int at = random.nextInt(mail.length + 1);
    int end = Math.min(mail.length, at + random.nextInt(200));
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(mail, at);
      case 1 -> flipped(mail, random);
      case 2 -> joined(mail, at, SCRAPS[random.nextInt(SCRAPS.length)], at);
      case 3 -> joined(mail, at, new byte[0], end);
      case 4 -> joined(mail, end, Arrays.copyOfRange(mail, at, end), end);
      default -> shuffled(mail, random);
    };
  }

  private static byte[] flipped(byte[] mail, Random random) {
    byte[] flipped = mail.clone();
    for (int i = random.nextInt(20); i >= 0 && flipped.length > 0; i--) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] joined(byte[] mail, int to, byte[] middle, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(mail.length + middle.length);
    out.write(mail, 0, to);
    out.writeBytes(middle);
    out.write(mail, from, mail.length - from);
    return out.toByteArray();
  }

  /** Some lines stand twice, some are gone, some are elsewhere. */
  private static byte[] shuffled(byte[] mail, Random random) {
    List<String> lines =
        new ArrayList<>(
            Arrays.asList(new String(mail, StandardCharsets.ISO_8859_1).split("\n", -1)));
    for (int i = random.nextInt(10); i >= 0; i--) {
      String line = lines.get(random.nextInt(lines.size()));
      if (random.nextBoolean()) {
        lines.remove(line);
      }
      lines.add(random.nextInt(lines.size() + 1), line);
    }
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void anyBytesAreAMail() {
    Random random = new Random(SEED);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);
      isAMail(bytes, "bytes " + i + " of -Dbroken.seed=" + SEED);
    }
  }
}
