package reroll.bot.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.connectors.archive.ArchiveEntry.RawMail;

/** Puts the mails of the demo into a maildir: most at once, some one by one. */
public final class DemoArchive {
  /** What the list is called. */
  public static final String LIST = "harbor";

  private static final String ROOT = "/reroll/demo/";
  private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\S+\\.eml)");
  private static final Pattern AGO = Pattern.compile("-(\\d+)d(\\d+)h(\\d+)m");
  private static final Pattern WAIT = Pattern.compile("(\\d+)s");

  private final Path maildir;

  private DemoArchive(Path maildir) {
    this.maildir = maildir;
  }

  /**
   * A mail that is to come.
   *
   * @param after how long after the one before it
   */
  public record Live(Duration after, String file) {}

  /** Makes the archive with all that came before {@code now}. */
  public static DemoArchive create(Path maildir, Instant now) throws IOException {
    for (String folder : List.of("tmp", "new", "cur")) {
      Files.createDirectories(maildir.resolve(folder));
    }
    DemoArchive archive = new DemoArchive(maildir);
    for (Matcher line : lines("backlog.txt")) {
      archive.deliver(line.group(2), now.minus(ago(line.group(1))));
    }
    return archive;
  }

  /** The mails that are to come, in their order. */
  public static List<Live> live() throws IOException {
    return lines("live.txt").stream()
        .map(line -> new Live(Duration.ofSeconds(number(WAIT, line.group(1), 1)), line.group(2)))
        .toList();
  }

  /**
   * All mails, as an archive would hold them, oldest first; those that come while the demo runs
   * come then, too.
   *
   * @param now when it starts
   */
  public static List<RawMail> mails(Instant now) throws IOException {
    List<RawMail> mails = new ArrayList<>();
    for (Matcher line : lines("backlog.txt")) {
      mails.add(mail(line.group(2), now.minus(ago(line.group(1)))));
    }
    Instant at = now;
    for (Live live : live()) {
      at = at.plus(live.after());
      mails.add(mail(live.file(), at));
    }
    return mails;
  }

  private static RawMail mail(String file, Instant at) throws IOException {
    byte[] bytes = dated(file, at);
    return new RawMail(file, at, bytes, bytes.length);
  }

  /** Delivers a mail as a mail server does: written aside, then moved to its place. */
  public void deliver(String file, Instant at) throws IOException {
    String name = at.getEpochSecond() + ".M" + file.substring(0, 3) + ".demo";
    Path written = maildir.resolve("tmp").resolve(name);
    Files.write(written, dated(file, at));
    Files.move(written, maildir.resolve("new").resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static byte[] dated(String file, Instant at) throws IOException {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    String headers =
        String.format(
            Locale.ROOT,
            "Received: from mail.harbor.example by lists.harbor.example; %s\nDate: %s\n",
            date,
            date);
    mail.writeBytes(headers.getBytes(StandardCharsets.US_ASCII));
    mail.writeBytes(bytes("mail/" + file));
    return mail.toByteArray();
  }

  private static Duration ago(String text) {
    return Duration.ofDays(number(AGO, text, 1))
        .plusHours(number(AGO, text, 2))
        .plusMinutes(number(AGO, text, 3));
  }

  private static long number(Pattern pattern, String text, int group) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException("the demo says " + text);
    }
    return Long.parseLong(matcher.group(group));
  }

  private static List<Matcher> lines(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8)
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .toList();
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = DemoArchive.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new UncheckedIOException(new IOException("the demo lacks " + name));
      }
      return in.readAllBytes();
    }
  }
}
