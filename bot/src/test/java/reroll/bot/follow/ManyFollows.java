package reroll.bot.follow;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import reroll.bot.filter.FilterParser;
import reroll.bot.filter.Vocabulary;
import reroll.bot.follow.Subscription.Topic;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.bot.series.Arrival;
import reroll.bot.series.SeriesTracker;

/** How long a mail takes where ten thousand follows are asked about it. To be run by hand. */
final class ManyFollows {
  private static final int MAILS = 2_000;
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final SeriesTracker tracker = new SeriesTracker(100_000);
  private final Audience audience =
      Audience.empty(new FilterParser(Vocabulary.EMPTY.withLists(Set.of("pond"))));
  private final Notifier notifier = new Notifier(Duration.ofMinutes(10));
  private int told;

  public static void main(String[] arguments) {
    measure("nobody", 0, i -> "");
    measure("authors", 10_000, i -> "author:person" + i);
    measure("addresses", 10_000, i -> "author:person" + i + "@example.org");
    measure("paths", 10_000, i -> "path:dir" + i % 100 + "/sub" + i + "/**");
    measure("words", 10_000, i -> "title:word" + i);
    measure("patterns, to be tried one by one", 10_000, i -> "title:/word" + i + "$/");
    measure("names in any folder, to be tried one by one", 10_000, i -> "path:file" + i + ".c");
    ManyFollows series = new ManyFollows();
    for (int i = 0; i < 10_000; i++) {
      series.audience.follows().add(new Follow("room" + i, 1_000_000L + i, "ann", NOON, 0));
    }
    series.report("series");
  }

  private static void measure(String what, int count, IntFunction<String> filter) {
    ManyFollows lab = new ManyFollows();
    for (int i = 0; i < count; i++) {
      Topic topic = new Topic("room" + i, Optional.empty(), filter.apply(i));
      lab.audience.subscriptions().add(new Subscription(topic, "ann", NOON, 0, false));
    }
    lab.report(what);
  }

  private void report(String what) {
    run(0); // warms up
    long begin = System.nanoTime();
    run(MAILS);
    double micros = (System.nanoTime() - begin) / 1_000.0 / MAILS;
    System.out.printf(Locale.ROOT, "%-45s %8.1f µs a mail, %d told%n", what, micros, told);
  }

  private void run(int from) {
    for (int i = from; i < from + MAILS; i++) {
      String mail =
          "From: Person <person%d@example.org>\nMessage-ID: <%d@example.org>\n".formatted(i, i)
              + "Subject: [PATCH] word%d: mend the thing\n\nSo.\n---\n".formatted(i)
              + "diff --git a/dir1/sub%d/x.c b/dir1/sub%d/x.c\n".formatted(i, i)
              + "--- a/dir1/sub%d/x.c\n+++ b/dir1/sub%d/x.c\n@@ -1 +1,2 @@\n a\n+b\n"
                  .formatted(i, i);
      tracker
          .accept(
              MailReader.read(MailParser.parse(mail.getBytes(StandardCharsets.UTF_8))),
              new Arrival("pond", "ref" + i, NOON.plusSeconds(i)))
          .forEach(event -> notifier.note(event, NOON));
      List<Notifier.News> news = notifier.news(notifier.settled(NOON, tracker::revision), audience);
      told += news.size();
    }
  }
}
