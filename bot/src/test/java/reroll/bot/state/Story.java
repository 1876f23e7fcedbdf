package reroll.bot.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import reroll.bot.command.ListInfo;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.connectors.archive.Cursor;
import reroll.templates.Templates;

/** Inputs as they come in a bot's life: the mails of the demo's list, and people who ask. */
final class Story {
  static final String LIST = "harbor";
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Pattern FILE = Pattern.compile("(?m)\\S+\\.eml");

  private final List<Input> inputs = new ArrayList<>();
  private Instant now = START;
  private int mails;
  private int said;

  static StateSettings settings() {
    return settings(10_000);
  }

  static StateSettings settings(int maxMails) {
    ListInfo list =
        new ListInfo(LIST, "Harbor", Optional.of("https://lists.harbor.example/harbor-devel/"));
    return new StateSettings(List.of(list), ZoneOffset.UTC, maxMails, Duration.ofMinutes(10));
  }

  static BotState newState() {
    return new BotState(settings(), new Templates());
  }

  /** All that the bot has to know, as text. */
  static String text(BotState state) {
    return StateJson.mapper().writeValueAsString(state.save());
  }

  /** The whole of it: a backlog, follows, questions, then new mail that is told. */
  static List<Input> inputs() {
    Story story = new Story();
    story.mail(names("backlog.txt"), 20, false);
    story.say("!follow page cache read-ahead");
    story.say("follow bell");
    story.say("unfollow bell");
    story.say("subscribe harbor author:nobody");
    story.say("mute lantern");
    story.say("!digest harbor 30d");
    story.say("!series buoy");
    story.say("!nonsense");
    story.mail(names("live.txt"), 3, true);
    story.pass(Duration.ofMinutes(30));
    story.say("!status");
    return story.inputs;
  }

  private void mail(List<String> files, int atOnce, boolean live) {
    for (int from = 0; from < files.size(); from += atOnce) {
      int to = Math.min(from + atOnce, files.size());
      List<IntakeEntry> entries = files.subList(from, to).stream().map(this::entry).toList();
      Cursor after = mails == entries.size() ? Cursor.START : cursor(mails - entries.size());
      boolean more = !live && to < files.size();
      inputs.add(
          new Input.MailCame(now, new IntakeBatch(LIST, after, entries, cursor(mails), more)));
    }
  }

  private static Cursor cursor(int mails) {
    return new Cursor("at-" + mails);
  }

  private IntakeEntry entry(String file) {
    mails++;
    now = now.plusSeconds(60);
    byte[] mail = bytes("mail/" + file);
    return new IntakeEntry.Read(file, now, MailReader.read(MailParser.parse(mail)));
  }

  private void say(String text) {
    now = now.plusSeconds(5);
    inputs.add(
        new Input.Said(
            now, "terminal", "you", "event-" + ++said, Optional.empty(), text, true, List.of()));
  }

  private void pass(Duration time) {
    now = now.plus(time);
    inputs.add(new Input.TimeCame(now));
  }

  private static List<String> names(String index) {
    String text = new String(bytes(index), StandardCharsets.UTF_8);
    return FILE.matcher(text).results().map(match -> match.group()).toList();
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Story.class.getResourceAsStream("/reroll/demo/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
