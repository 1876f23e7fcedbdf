package reroll.bot.filter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.bot.mail.MessageId;
import reroll.bot.series.Arrival;
import reroll.bot.series.Revision;
import reroll.bot.series.SeriesTracker;

/** Postings, and which filters let them through. */
final class FilterLab {
  static final Maintainers MAINTAINERS =
      Maintainers.parse(
          """
          List of everybody
          =================

          How to read this:
          \tM: who to ask

          POND KEEPING
          M:\tAnn Alder <ann@alder.example>
          L:\tpond@lists.example
          F:\tpond/
          X:\tpond/mud/

          POND FISH
          R:\tBob Birch <bob@birch.example>
          F:\tfish/*.c
          N:\tcarp
          K:\t\\bgills?\\b

          TALK
          L:\triver@lists.example (moderated)

          RIVER (WILD)
          F:\triver/
          K:\t(?=lookahead)
          """);

  static final Vocabulary WORDS =
      new Vocabulary(
          Set.of("pond", "River"),
          Map.of("keepers", List.of("ann@alder.example", "@birch.example", "cid")),
          MAINTAINERS);

  private final FilterParser parser = new FilterParser(WORDS);
  private final SeriesTracker tracker = new SeriesTracker(10_000);
  private final List<Revision> revisions = new ArrayList<>();
  private int mails;

  /** A mail of Ann's that touches files, in order. */
  Revision patch(String subject, String... files) {
    return mail("Ann Alder <ann@alder.example>", "pond", subject, files);
  }

  Revision mail(String from, String list, String subject, String... files) {
    String id = ++mails + "@mails.example";
    StringBuilder raw = new StringBuilder();
    raw.append("From: ").append(from).append("\nMessage-ID: <").append(id);
    raw.append(">\nTo: \"Lake, the\" <lake@lists.example>,\n\tann@alder.example");
    raw.append("\nCc: Bob Birch <Bob@birch.example>\nSubject: ")
        .append(subject)
        .append("\n\nSo.\n---\n");
    for (String file : files) {
      raw.append("diff --git a/").append(file).append(" b/").append(file);
      raw.append("\n--- a/").append(file).append("\n+++ b/").append(file);
      raw.append("\n@@ -1 +1,2 @@\n a\n+b").append(mails).append('\n');
    }
    byte[] bytes = raw.toString().getBytes(StandardCharsets.UTF_8);
    Instant at = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(mails);
    tracker.accept(MailReader.read(MailParser.parse(bytes)), new Arrival(list, "ref" + mails, at));
    Revision revision = tracker.mail(new MessageId(id)).orElseThrow().revision();
    revisions.add(revision);
    return revision;
  }

  List<Revision> revisions() {
    return revisions;
  }

  Filter filter(String text) {
    try {
      return parser.parse(text);
    } catch (BadFilter e) {
      throw new AssertionError(text, e);
    }
  }

  boolean lets(String filter, Revision through) {
    return filter(filter).matches(Traits.of(through));
  }

  /** What is said of a filter that cannot be read; empty where it can. */
  String problem(String text) {
    try {
      parser.parse(text);
      return "";
    } catch (BadFilter e) {
      return e.getMessage();
    }
  }
}
