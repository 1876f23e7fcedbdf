package reroll.bot.digest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.bot.digest.Digest.Count;
import reroll.bot.mail.Mail;
import reroll.bot.mail.Person;
import reroll.templates.digest.ClassicDigestView;
import reroll.templates.digest.CountRow;

/**
 * The digest of the script that Reroll grew from, its oddities included. It knows single mails, no
 * series; the rules are those of docs/classic-digest.md, in their order.
 */
public final class ClassicDigest {
  private static final Pattern REPLY = Pattern.compile("^\\s*re\\s*:", Pattern.CASE_INSENSITIVE);
  private static final Pattern FROM_LINE =
      Pattern.compile("From:\\s*(.*<[^<>\\s]+@[^<>\\s]+>\\s*|[^<>\\s]+@[^<>\\s]+\\s*)");
  private static final Pattern ADDRESS = Pattern.compile("@([^<>\\s]+?)>?\\s*$");
  private static final Pattern HEAD_COUNTER = Pattern.compile("[\\[ ,]0*[01]/\\d+[\\] ,]");
  private static final Pattern SUMMARY = Pattern.compile("^ \\d+ files? changed,.*");

  private final Map<String, Integer> byDomain = new HashMap<>();
  private final Map<String, Integer> byPerson = new HashMap<>();
  private final List<ClassicDigestView.Entry> entries = new ArrayList<>();

  /** The subject under which each title was listed first. */
  private final Map<String, String> listed = new LinkedHashMap<>();

  private ClassicDigest() {}

  /**
   * Lays out the mails of a window.
   *
   * @param mails in order of arrival
   */
  public static ClassicDigestView view(String from, String to, String listName, List<Mail> mails) {
    return view(from, to, listName, "", mails);
  }

  /**
   * Lays out some mails of a window.
   *
   * @param filter by which they were chosen; empty where they were not
   * @param mails in order of arrival
   */
  public static ClassicDigestView view(
      String from, String to, String listName, String filter, List<Mail> mails) {
    ClassicDigest digest = new ClassicDigest();
    for (int i = mails.size() - 1; i >= 0; i--) {
      digest.take(mails.get(i));
    }
    return new ClassicDigestView(
        from,
        to,
        listName.toUpperCase(Locale.ROOT),
        filter,
        rows(digest.byDomain),
        rows(digest.byPerson),
        digest.entries);
  }

  private void take(Mail mail) {
    if (!isCounted(mail)) {
      return;
    }
    String person = person(mail);
    byPerson.merge(person, 1, Integer::sum);
    Matcher domain = ADDRESS.matcher(person);
    if (domain.find()) {
      byDomain.merge(domain.group(1), 1, Integer::sum);
    }
    String subject = subjectLine(mail);
    if (isListed(subject)) {
      list(mail, subject);
    }
  }

  private static boolean isCounted(Mail mail) {
    return mail.subject().contains("PATCH") && !REPLY.matcher(mail.subject()).find();
  }

  private static String person(Mail mail) {
    return inBodyFrom(mail).orElseGet(() -> mail.headers().text("From").orElse(""));
  }

  private static Optional<String> inBodyFrom(Mail mail) {
    String first = mail.text().lines().findFirst().orElse("");
    Matcher matcher = FROM_LINE.matcher(first);
    return matcher.matches() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  /** The first physical line of the header: neither unfolded nor decoded. */
  private static String subjectLine(Mail mail) {
    return mail.headers().raw("Subject").orElse("").lines().findFirst().orElse("");
  }

  private static boolean isListed(String subject) {
    return subject.contains("[PATCH]") || HEAD_COUNTER.matcher(subject).find();
  }

  private void list(Mail mail, String subject) {
    String title = subject.substring(subject.indexOf(']') + 1);
    String before = listed.putIfAbsent(title, subject);
    entries.add(
        before == null
            ? new ClassicDigestView.Entry("", title, subject, author(mail), body(mail))
            : new ClassicDigestView.Entry(before, title, subject, "", ""));
  }

  /** Always the From header, whoever the in-body author is. */
  private static String author(Mail mail) {
    Person from = mail.from();
    int at = from.address().indexOf('@');
    String name = from.name().isEmpty() && at > 0 ? from.address().substring(0, at) : from.name();
    return name + " <" + from.address() + ">";
  }

  private static String body(Mail mail) {
    StringBuilder body = new StringBuilder();
    boolean first = true;
    for (String line : mail.text().split("\n", -1)) {
      boolean inBodyFrom = first && FROM_LINE.matcher(line).matches();
      first = false;
      if (line.startsWith("diff --git")) {
        break;
      }
      if (!inBodyFrom) {
        body.append(line).append('\n');
      }
      if (SUMMARY.matcher(line).matches()) {
        break;
      }
    }
    return PrintableText.of(body.toString().replaceFirst("\\n+$", ""));
  }

  private static List<CountRow> rows(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .sorted(RowOrder.COUNT_THEN_TEXT)
        .limit(ContributorTables.ROWS)
        .map(count -> new CountRow(count.patches(), count.label()))
        .toList();
  }
}
