package reroll.bot.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Any bytes are a mail, if a broken one, and can be read. */
public final class MailFuzz {
  private MailFuzz() {}

  public static List<byte[]> seeds() throws IOException {
    List<byte[]> mails = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/reroll/bot/mail/mails"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".eml")).sorted().toList()) {
        mails.add(Files.readAllBytes(file));
      }
    }
    return mails;
  }

  public static void fuzzerTestOneInput(byte[] bytes) {
    Mail mail = MailParser.parse(bytes);
    MailFacts facts = MailReader.read(mail);
    if (facts.id().value().isEmpty()) {
      throw new AssertionError("a mail without an id");
    }
    Robots.isRobot(facts.author());
    mail.date();
    mail.received();
    DiffForm.of(mail);
  }
}
