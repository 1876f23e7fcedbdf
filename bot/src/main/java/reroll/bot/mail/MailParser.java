package reroll.bot.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reroll.bot.mail.Mail.Defect;

/**
 * Raw bytes to {@link Mail}. Total: any bytes give a mail, never an exception, in time and memory
 * proportional to the limits. Stateless, thread-safe.
 */
public final class MailParser {
  /** Subjects are cut here before anything looks at them; bounds the work of hostile ones. */
  static final int MAX_SUBJECT_CHARS = 1_000;

  private MailParser() {}

  /** Reads a whole mail. */
  public static Mail parse(byte[] bytes) {
    Headers headers = Headers.parse(bytes);
    Set<Defect> defects = EnumSet.noneOf(Defect.class);
    if (headers.cut()) {
      defects.add(Defect.CUT);
    }
    Optional<MessageId> given = headers.words("Message-ID").flatMap(MailParser::firstId);
    if (given.isEmpty()) {
      defects.add(Defect.NO_ID);
    }
    MessageId id = given.orElseGet(() -> madeFrom(bytes));
    MailText text = MailText.read(headers, bytes);
    defects.addAll(text.defects());
    Person from = Person.parse(headers.text("From").orElse(""));
    return new Mail(
        id,
        parents(headers, id),
        subject(headers),
        from,
        Senders.behind(from, headers),
        headers,
        text.text(),
        text.attachedPatch(),
        defects);
  }

  private static Optional<MessageId> firstId(String header) {
    return MessageId.allIn(header).stream().findFirst();
  }

  private static String subject(Headers headers) {
    String subject = headers.text("Subject").orElse("");
    return subject.length() <= MAX_SUBJECT_CHARS
        ? subject
        : TextDecoder.line(subject.substring(0, MAX_SUBJECT_CHARS));
  }

  /**
   * In-Reply-To names the parent; the order of References is not reliable, so it only serves for
   * what In-Reply-To leaves open. A mail that names itself is not its own parent.
   */
  private static List<MessageId> parents(Headers headers, MessageId self) {
    Set<MessageId> parents = new LinkedHashSet<>();
    headers.words("In-Reply-To").map(MessageId::allIn).ifPresent(parents::addAll);
    List<MessageId> references =
        new ArrayList<>(headers.words("References").map(MessageId::allIn).orElse(List.of()));
    for (int i = references.size() - 1; i >= 0; i--) {
      parents.add(references.get(i));
    }
    parents.remove(self);
    return List.copyOf(parents);
  }

  /** The same bytes always get the same id, so that a second reading is no second mail. */
  private static MessageId madeFrom(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new MessageId(HexFormat.of().formatHex(digest, 0, 12) + MessageId.MADE);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
