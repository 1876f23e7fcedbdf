package reroll.bot.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reroll.bot.delivery.Place;
import reroll.bot.delivery.Post;
import reroll.bot.run.Rehearsal;
import reroll.connectors.archive.ArchiveEntry.RawMail;

/** Plays the demo so that every message is said at least once. Used once, by one thread. */
final class GalleryPlay {
  /** Up to here mail is known when the bot is asked for anything. */
  private static final String KNOWN = "006";

  private static final String UP_TO_V2 = "053";
  private static final String UP_TO_LIVE = "092";

  /** What is said when all mail is there, and under which name its answer is shown. */
  private static final List<Map.Entry<String, String>> LINES =
      List.of(
          Map.entry("lists", "!lists"),
          Map.entry("status", "!status"),
          Map.entry("help", "!help"),
          Map.entry("help-command", "!help digest"),
          Map.entry("problem", "!digst"),
          Map.entry("digest", "!digest 3w"),
          Map.entry("digest-filter", "!digest 3w path:tide/** -kind:rfc"),
          Map.entry("digest-full", "!digest 3w full"),
          Map.entry("digest-classic", "!digest 3w classic"),
          Map.entry("series", "!series page cache read-ahead"),
          Map.entry("series-list", "!series docs"),
          Map.entry("diff", "!diff page cache read-ahead"),
          Map.entry("reviews", "!reviews page cache read-ahead"),
          Map.entry("state", "!state page cache read-ahead"),
          Map.entry("pending", "!pending 3d"),
          Map.entry("why", "!why page cache read-ahead"),
          Map.entry("filter-test", "!filter test author:ann 3w"),
          Map.entry("following", "!following"),
          Map.entry("subscriptions", "!subscriptions"),
          Map.entry("schedule", "!schedule weekdays 09:00 Europe/Berlin harbor full"),
          Map.entry("schedules", "!schedules"),
          Map.entry(
              "unlink", "!unlink 20260327-tide-readahead-v3-0-41fa8c02d97e@northwind.example"),
          Map.entry("links", "!links"));

  private final Rehearsal rehearsal;
  private final List<RawMail> mails;
  private final Map<String, Post> scenes = new LinkedHashMap<>();

  GalleryPlay(Rehearsal rehearsal, List<RawMail> mails) {
    this.rehearsal = rehearsal;
    this.mails = List.copyOf(mails);
  }

  /** The posts, by names that can stand in files' names. */
  Map<String, Post> scenes() throws IOException, InterruptedException {
    show("first", rehearsal.comes(between("", KNOWN)));
    show("subscribe", rehearsal.says("!subscribe harbor"));
    show("follow", rehearsal.says("!follow page cache read-ahead"));
    comes("v2", between("042", UP_TO_V2));
    show("burst", rehearsal.comes(between(KNOWN, "042")));
    show("quiet", rehearsal.passes(Duration.ofMinutes(10)));
    comes("more", between(UP_TO_V2, UP_TO_LIVE));
    comes("v3", between(UP_TO_LIVE, "999"));
    for (Map.Entry<String, String> line : LINES) {
      show(line.getKey(), rehearsal.says(line.getValue()));
    }
    show("amended", rehearsal.passes(Duration.ofMinutes(20)));
    return scenes;
  }

  private void comes(String name, List<RawMail> some) throws IOException, InterruptedException {
    show(name, rehearsal.comes(some));
    show(name + "-later", rehearsal.passes(Duration.ofMinutes(10)));
  }

  /** Those behind one of the demo's files up to another, by their numbers. */
  private List<RawMail> between(String after, String last) {
    return mails.stream()
        .filter(mail -> number(mail).compareTo(after) > 0 && number(mail).compareTo(last) <= 0)
        .toList();
  }

  private static String number(RawMail mail) {
    return mail.ref().substring(0, 3);
  }

  private void show(String name, List<Post> posts) {
    int number = 0;
    for (Post post : posts) {
      String kind = post.place() instanceof Place.InsteadOf ? "-change" : "";
      String count = ++number == 1 ? "" : String.format(Locale.ROOT, "-%02d", number);
      scenes.put(name + count + kind, post);
    }
  }
}
