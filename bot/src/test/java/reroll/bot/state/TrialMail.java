package reroll.bot.state;

import java.util.List;
import java.util.regex.Pattern;

/** Mails of series that are told from one another by a number, in many versions each. */
final class TrialMail {
  /** The head of a card, in Markdown or as people read it. */
  private static final Pattern CARD =
      Pattern.compile("v(\\d+) of [^\\n]*?(\\w+) series (\\d+)\\\\?: make it better");

  /** The end of a list that does not name all. */
  private static final Pattern UNNAMED = Pattern.compile("(?m)^- and (\\d+) more$");

  private TrialMail() {}

  /** The Message-ID of a version's only mail. */
  static String id(String list, int series, int version) {
    return list + "-" + series + "-v" + version + "@example.org";
  }

  static String of(String list, int series, int version) {
    return """
    From: Author %2$d of %1$s <author%2$d@%1$s.example>
    To: %1$s@lists.example.org
    Subject: [PATCH%4$s] %1$s series %2$d: make it better still
    Message-ID: <%3$s>
    Date: Mon, 2 Mar 2026 10:00:00 +0000

    Why.
    ---
     %1$s/%2$d.c | 1 +

    diff --git a/%1$s/%2$d.c b/%1$s/%2$d.c
    --- a/%1$s/%2$d.c
    +++ b/%1$s/%2$d.c
    @@ -1,1 +1,2 @@
     context
    +line of series %2$d of %1$s
    """
        .formatted(list, series, id(list, series, version), version == 1 ? "" : " v" + version);
  }

  /** The Message-IDs of the versions that a post tells of; none where it is no card. */
  static List<String> toldBy(String post) {
    return CARD.matcher(post)
        .results()
        .map(
            card ->
                id(card.group(2), Integer.parseInt(card.group(3)), Integer.parseInt(card.group(1))))
        .toList();
  }

  /** How many versions a post counts, and does not name. */
  static int countedBy(String post) {
    return UNNAMED.matcher(post).results().mapToInt(end -> Integer.parseInt(end.group(1))).sum();
  }
}
