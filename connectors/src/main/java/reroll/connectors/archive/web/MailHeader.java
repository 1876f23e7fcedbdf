package reroll.connectors.archive.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reroll.connectors.archive.HeaderFields;

/** As much of a mail's header as finding and ordering mails needs. Never fails. */
final class MailHeader {
  /** The server keeps no more of an id (PublicInbox/MID.pm, MAX_MID_SIZE). */
  private static final int MAX_ID_CHARS = 244;

  /** More references than any mail program writes. */
  private static final int MAX_IDS = 2_000;

  /** As PublicInbox/MID.pm takes ids out of a field. */
  private static final Pattern ID = Pattern.compile("<([^>]++)>");

  private final HeaderFields fields;

  MailHeader(byte[] mail) {
    this.fields = new HeaderFields(mail);
  }

  /** The ids of the mail itself. */
  List<EscapedId> ids() {
    return ids(name -> name.equalsIgnoreCase("Message-ID"), true);
  }

  /** The mails that this one follows. */
  List<EscapedId> references() {
    return ids(
        name -> name.equalsIgnoreCase("References") || name.equalsIgnoreCase("In-Reply-To"), false);
  }

  private List<EscapedId> ids(Predicate<String> field, boolean bare) {
    List<EscapedId> ids = new ArrayList<>();
    for (String value : fields.values(field)) {
      Matcher found = ID.matcher(value);
      boolean any = false;
      while (found.find() && ids.size() < MAX_IDS) {
        any = true;
        add(ids, found.group(1));
      }
      if (!any && bare) {
        add(ids, value.strip());
      }
    }
    return ids;
  }

  private static void add(List<EscapedId> ids, String id) {
    String whole = id.replaceAll("[\\r\\n\\t]", "");
    EscapedId.ofHeader(whole.substring(0, Math.min(whole.length(), MAX_ID_CHARS)))
        .filter(found -> !ids.contains(found))
        .ifPresent(ids::add);
  }

  /** The topmost date of a server, in seconds. */
  Optional<Instant> received() {
    return ServerDate.first(fields.values(name -> name.equalsIgnoreCase("Received")));
  }

  /** The sender's date. */
  Optional<Instant> dated() {
    return ServerDate.first(fields.values(name -> name.equalsIgnoreCase("Date")));
  }
}
