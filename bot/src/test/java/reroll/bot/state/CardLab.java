package reroll.bot.state;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reroll.bot.command.ListInfo;
import reroll.bot.delivery.Place;
import reroll.bot.delivery.Post;
import reroll.bot.delivery.PostId;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.connectors.archive.Cursor;
import reroll.templates.Templates;

/** A list called pond, a bot that reads it, and a room in which people see what it posts. */
final class CardLab {
  static final Duration QUIET = Duration.ofMinutes(10);
  static final String ANN = "Ann Alder <ann@alder.example>";
  private static final String LIST = "pond";

  private final BotState state =
      new BotState(
          new StateSettings(
              List.of(new ListInfo(LIST, "Pond", Optional.of("https://lists.example/pond/"))),
              ZoneOffset.UTC,
              10_000,
              QUIET),
          new Templates());

  private final List<Message> room = new ArrayList<>();
  private final boolean canChange;
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private int mails;
  private int edits;
  private Duration step = Duration.ofSeconds(60);

  /** What people see of one post: in which thread it stands, and its text as it is now. */
  private static final class Message {
    private final PostId id;
    private final String thread;
    private String text;

    private Message(PostId id, String thread, String text) {
      this.id = id;
      this.thread = thread;
      this.text = text;
    }
  }

  private CardLab(boolean canChange) {
    this.canChange = canChange;
    mail("[PATCH] first of all", "", "So.\n");
  }

  static CardLab inAChatThatChangesPosts() {
    return new CardLab(true);
  }

  static CardLab inAChatThatDoesNot() {
    return new CardLab(false);
  }

  BotState state() {
    return state;
  }

  /** How many changes of posts the chat was asked for. */
  int edits() {
    return edits;
  }

  /** From now on mails come so quickly one behind the other. */
  void mailComesEvery(Duration time) {
    step = time;
  }

  /** Lets a mail of Ann come; returns its id. */
  String mail(String subject, String parent, String text) {
    return mails(ANN, List.of(subject), parent, text);
  }

  /** Lets a mail come that others named before. */
  void mailWithId(String id, String subject, String text) {
    now = now.plusSeconds(60);
    Cursor after = new Cursor("at-" + mails++);
    IntakeEntry entry = entry(id, ANN, subject, "", text);
    Cursor next = new Cursor("at-" + mails);
    apply(new Input.MailCame(now, new IntakeBatch(LIST, after, List.of(entry), next, false)));
  }

  String answer(String from, String parent, String text) {
    return mails(from, List.of("Re: well"), parent, text);
  }

  /** Lets mails come that the list has in one go; returns the id of the first. */
  String mails(String from, List<String> subjects, String parent, String text) {
    now = now.plus(step);
    Cursor after = mails == 0 ? Cursor.START : new Cursor("at-" + mails);
    List<IntakeEntry> entries = new ArrayList<>();
    String first = id(mails + 1);
    for (String subject : subjects) {
      entries.add(entry(id(++mails), from, subject, parent, text));
    }
    Cursor next = new Cursor("at-" + mails);
    apply(new Input.MailCame(now, new IntakeBatch(LIST, after, entries, next, false)));
    return first;
  }

  private static String id(int number) {
    return "mail-" + number + "@lab.example";
  }

  private IntakeEntry entry(String id, String from, String subject, String parent, String text) {
    String above = parent.isEmpty() ? "" : "\nIn-Reply-To: <" + parent + ">";
    String raw =
        "From: %s\nMessage-ID: <%s>\nSubject: %s%s\n\n%s".formatted(from, id, subject, above, text);
    byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
    return new IntakeEntry.Read(id, now, MailReader.read(MailParser.parse(bytes)));
  }

  void say(String line) {
    now = now.plusSeconds(1);
    String event = "line-" + now.getEpochSecond();
    apply(new Input.Said(now, "room", "ann", event, Optional.empty(), line, false, List.of()));
    deliver();
    room.removeIf(message -> message.thread.equals(event));
  }

  /** Says something in the thread of a card; returns what is answered. */
  String sayBelow(int card, String line) {
    now = now.plusSeconds(1);
    Optional<String> root = Optional.of("$" + inRoom(card).id.value());
    String event = "line-" + now.getEpochSecond();
    apply(new Input.Said(now, "room", "ann", event, root, line, false, List.of()));
    deliver();
    return plain(room.remove(room.size() - 1).text);
  }

  void pass(Duration time) {
    now = now.plus(time);
    apply(new Input.TimeCame(now));
  }

  private void apply(Input input) {
    state.apply(input);
  }

  /** Lets the chat have what is owed. */
  void deliver() {
    while (state.outbox().size() > 0) {
      Post post = state.outbox().owed().get(0).post();
      state.apply(settled(post, deliver(post)));
    }
  }

  /** Brings a post to the room as a deliverer does; returns the name of a new one. */
  private Optional<String> deliver(Post post) {
    Optional<PostId> other = post.place().other();
    Optional<String> name = other.flatMap(state.cards()::find).flatMap(Card::name);
    if (other.isPresent() && name.isEmpty()) {
      return Optional.empty();
    }
    if (post.place() instanceof Place.InsteadOf) {
      edits++;
      find(other.orElseThrow()).text = post.text().markdown();
      return Optional.empty();
    }
    String root = post.place() instanceof Place.InThread thread ? thread.root() : "";
    room.add(new Message(post.id(), name.orElse(root), post.text().markdown()));
    return canChange ? Optional.of("$" + post.id().value()) : Optional.empty();
  }

  private Input settled(Post post, Optional<String> name) {
    return new Input.PostSettled(now, post.id(), Optional.empty(), name);
  }

  /** Lets the chat refuse the next post for ever. */
  void refuse() {
    PostId post = state.outbox().owed().get(0).post().id();
    Optional<String> why = Optional.of("the message is gone");
    state.apply(new Input.PostSettled(now, post, why, Optional.empty()));
  }

  private Message find(PostId id) {
    return room.stream().filter(message -> message.id.equals(id)).findFirst().orElseThrow();
  }

  /** The room as people see it, each message with what stands in its thread below it. */
  String shown() {
    deliver();
    StringBuilder text = new StringBuilder();
    for (Message message : room) {
      if (message.thread.isEmpty()) {
        text.append(message.text).append("\n\n");
        room.stream()
            .filter(below -> below.thread.equals("$" + message.id.value()))
            .forEach(below -> text.append("    | ").append(below.text).append("\n\n"));
        text.append("----\n\n");
      }
    }
    return text.toString();
  }

  /** The first line of each message in the channel itself, without links. */
  List<String> headlines() {
    deliver();
    return room.stream()
        .filter(message -> message.thread.isEmpty())
        .map(message -> plain(message.text.lines().findFirst().orElse("")))
        .toList();
  }

  /** Messages in the threads of cards, without links. */
  List<String> below() {
    deliver();
    return room.stream()
        .filter(message -> !message.thread.isEmpty())
        .map(message -> plain(message.text))
        .toList();
  }

  /** A card's text, without links. */
  String card(int number) {
    deliver();
    return plain(inRoom(number).text);
  }

  private Message inRoom(int number) {
    return room.stream().filter(m -> m.thread.isEmpty()).toList().get(number - 1);
  }

  private static String plain(String markdown) {
    return markdown.replaceAll("\\]\\(<[^>]*>\\)", "").replaceAll("[\\\\\\[]", "").replace("*", "");
  }
}
