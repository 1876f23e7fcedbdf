package reroll.bot.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reroll.bot.digest.Calendar;
import reroll.bot.filter.FilterParser;
import reroll.bot.filter.Vocabulary;
import reroll.bot.follow.Audience;
import reroll.bot.follow.Subscription.Topic;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.bot.mail.MessageId;
import reroll.bot.role.Roles;
import reroll.bot.schedule.Schedules;
import reroll.bot.series.Arrival;
import reroll.bot.series.Retention;
import reroll.bot.series.SeriesTracker;
import reroll.bot.series.TrackedMail;
import reroll.templates.Templates;

/** Commands without a bot around them: lists, mails, and what is answered. */
final class CommandLab {
  static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  final List<Call.Reading> reading = new ArrayList<>();
  final List<SourceHealth> health = new ArrayList<>();
  final List<ListGroup> groups = new ArrayList<>();
  private final List<ListInfo> lists = new ArrayList<>();
  private final SeriesTracker tracker = new SeriesTracker(10_000, Retention.TWO_YEARS);
  private final FilterParser filters;
  private final Audience audience;
  private final Schedules schedules = new Schedules(List.of());
  private final Commands commands = new Commands();
  private final Templates templates = new Templates();
  private Calendar calendar = Calendar.of(ZoneOffset.UTC);
  private int mails;

  Roles roles = Roles.UNNAMED;

  CommandLab(String... names) {
    this(Vocabulary.EMPTY, names);
  }

  CommandLab(Vocabulary vocabulary, String... names) {
    filters = new FilterParser(vocabulary.withLists(Set.of(names)));
    audience = Audience.empty(filters);
    for (String name : names) {
      lists.add(new ListInfo(name, "", Optional.of("https://lists.example/" + name + "/")));
    }
  }

  void zone(String name) {
    calendar = calendar.in(ZoneId.of(name));
  }

  void tag(String name, String day) {
    Map<String, Instant> tags = new HashMap<>(calendar.tags());
    tags.put(name, Instant.parse(day));
    calendar = new Calendar(calendar.zone(), tags);
  }

  /** What is answered at once; that it is answered later, or to nobody, stands in its place. */
  String answer(String text) {
    Optional<Request> request = Request.parse(text, true);
    if (request.isEmpty()) {
      return "(no command)";
    }
    return commands.answer(call("room", request.get())) instanceof Answer.Now now
        ? shown(now)
        : "(later)";
  }

  /** What the configuration file subscribes. */
  void configured(String channel, String list, String filter) {
    Topic topic = new Topic(channel, Optional.of(list), filter);
    audience.subscriptions().configure(List.of(topic), NOW, tracker.lastNumber());
  }

  /** A patch of the first list; returns its Message-ID. */
  String patch(Duration ago, String subject) {
    return patch(lists.get(0).name(), ago, subject);
  }

  String patch(String list, Duration ago, String subject) {
    String text =
        "So.\n---\ndiff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1,2 @@\n a\n+b"
            + subject.replaceAll("\\[.*?\\]", "").hashCode()
            + "\n";
    return mail(list, ago, "Ann Alder <ann@alder.example>", subject, "", text);
  }

  /** A mail to the first list; returns its Message-ID. */
  String mail(Duration ago, String from, String subject, String parent, String text) {
    return mail(lists.get(0).name(), ago, from, subject, parent, text);
  }

  private String mail(
      String list, Duration ago, String from, String subject, String parent, String text) {
    String id = "2026-" + ++mails + "@mails.example";
    String above = parent.isEmpty() ? "" : "\nIn-Reply-To: <" + parent + ">";
    String raw =
        "From: %s\nMessage-ID: <%s>\nSubject: %s%s\n\n%s".formatted(from, id, subject, above, text);
    tracker.accept(
        MailReader.read(MailParser.parse(raw.getBytes(StandardCharsets.UTF_8))),
        new Arrival(list, "ref-" + mails, NOW.minus(ago)));
    return id;
  }

  /** A mail that is known comes to another list. */
  void arrivesOn(String list, String id) {
    TrackedMail mail = tracker.mail(new MessageId(id)).orElseThrow();
    tracker.accept(mail.mail(), new Arrival(list, "again", mail.arrival().at()));
  }

  /** What the bot answers, as Markdown without its escapes. */
  String say(String text) {
    return say("room", text);
  }

  String say(String channel, String text) {
    Request request = Request.parse(text, true).orElseThrow();
    if (!(commands.answer(call(channel, request)) instanceof Answer.Now now)) {
      throw new IllegalArgumentException(text + " is answered later");
    }
    return shown(now);
  }

  private Call call(String channel, Request request) {
    Call.Knowledge known =
        new Call.Knowledge(
            lists, groups, reading, health, tracker, audience, filters, roles, schedules, 0, 0,
            calendar);
    return new Call(request, new Call.Speaker(channel, "Bea", Optional.empty()), NOW, known);
  }

  private String shown(Answer.Now answer) {
    return templates
        .richText(answer.view())
        .markdown()
        .replaceAll("\\\\(\\p{Punct})", "$1")
        .strip();
  }
}
