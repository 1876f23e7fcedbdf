package reroll.connectors.archive.imap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a {@link ScriptedServer} holds. Thread-safe. */
final class ScriptedMailbox {
  private static final Pattern FETCH = Pattern.compile("UID FETCH (\\S+) \\(UID (.*)\\)");

  private final TreeMap<Long, byte[]> mails = new TreeMap<>();
  private long validity = 77;
  private long uidNext = 1;

  /** Adds a mail; its line ends become those of the protocol. */
  synchronized long add(String mail) {
    mails.put(uidNext, mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    return uidNext++;
  }

  synchronized void remove(long uid) {
    mails.remove(uid);
  }

  /** As a server does that lost its index. */
  synchronized void rebuild() {
    validity++;
    List<byte[]> all = new ArrayList<>(mails.values());
    mails.clear();
    uidNext = 1;
    all.forEach(mail -> mails.put(uidNext++, mail));
  }

  synchronized int size() {
    return mails.size();
  }

  synchronized String opened() {
    return "* %d EXISTS\r\n* OK [UIDVALIDITY %d] ok\r\n* OK [UIDNEXT %d] ok\r\n"
        .formatted(mails.size(), validity, uidNext);
  }

  /** The answer to {@code UID SEARCH UID a:b,…}, or all to another search. */
  synchronized String search(String command) {
    Predicate<Long> wanted =
        command.startsWith("UID SEARCH UID ") ? set(command.substring(15)) : uid -> true;
    StringBuilder line = new StringBuilder("* SEARCH");
    mails.keySet().stream().filter(wanted).forEach(uid -> line.append(' ').append(uid));
    return line.append("\r\n").toString();
  }

  private Predicate<Long> set(String text) {
    Predicate<Long> wanted = uid -> false;
    for (String range : List.of(text.split(",", -1))) {
      String[] ends = range.split(":", -1);
      long last = mails.isEmpty() ? 0 : mails.lastKey();
      long a = Long.parseLong(ends[0]);
      String end = ends[ends.length - 1];
      long b = end.equals("*") ? last : Long.parseLong(end);
      wanted = wanted.or(uid -> uid >= Math.min(a, b) && uid <= Math.max(a, b));
    }
    return wanted;
  }

  /** The answer to a fetch, which may be asked of headers that say which list it was. */
  synchronized String fetch(String command) {
    Matcher words = FETCH.matcher(command);
    if (!words.matches()) {
      throw new IllegalArgumentException(command);
    }
    StringBuilder answer = new StringBuilder();
    int number = 0;
    for (Map.Entry<Long, byte[]> mail : mails.entrySet()) {
      number++;
      if (set(words.group(1)).test(mail.getKey())) {
        answer.append(row(number, mail.getKey(), mail.getValue(), words.group(2)));
      }
    }
    return answer.toString();
  }

  private static String row(int number, long uid, byte[] bytes, String items) {
    String mail = new String(bytes, StandardCharsets.ISO_8859_1);
    StringBuilder row = new StringBuilder("* " + number + " FETCH (UID " + uid);
    if (items.contains("RFC822.SIZE")) {
      row.append(" INTERNALDATE \"02-Mar-2026 10:00:00 +0000\" RFC822.SIZE ").append(bytes.length);
    }
    if (items.contains("HEADER.FIELDS")) {
      String headers = mail.substring(0, mail.indexOf("\r\n\r\n") + 4);
      row.append(" BODY[HEADER.FIELDS (LIST-ID TO CC)] {").append(headers.length()).append("}\r\n");
      row.append(headers);
    } else if (items.contains("BODY")) {
      row.append(" BODY[] {").append(mail.length()).append("}\r\n").append(mail);
    }
    return row.append(")\r\n").toString();
  }
}
