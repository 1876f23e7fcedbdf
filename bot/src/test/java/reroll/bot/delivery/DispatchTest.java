package reroll.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reroll.connectors.chat.ChatPlatform;
import reroll.connectors.chat.Incoming;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.port.ConnectorException;
import reroll.templates.text.RichText;

/** What a chat is asked for, and what is noted, for each place to which a post can go. */
class DispatchTest {
  private static final PostId CARD = new PostId("card");

  private final List<String> happened = new ArrayList<>();
  private final Notes notes = new Notes();
  private final Chat chat = new Chat();
  private final Dispatch dispatch = new Dispatch(notes, chat, Optional.of(chat));
  private final Dispatch unchanging = new Dispatch(notes, chat, Optional.empty());

  @Test
  void theNameOfANewPostIsNotedWhereItCanBeChanged() throws Exception {
    dispatch.send(owed(new Place.InChannel()));
    assertThat(happened).containsExactly("begin", "send", "settle as $1");
  }

  @Test
  void whereItCannotBeChangedNoNameIsNoted() throws Exception {
    unchanging.send(owed(new Place.InChannel()));
    assertThat(happened).containsExactly("begin", "send", "settle");
  }

  @Test
  void theNameOfAPostThatIsFoundIsNotedToo() throws Exception {
    chat.found = Optional.of("$0");
    dispatch.send(Outbox.Owed.of(post(new Place.InChannel()), true));
    assertThat(happened).containsExactly("find", "settle as $0");
  }

  @Test
  void anAnswerGoesToItsThread() throws Exception {
    dispatch.send(owed(new Place.InThread("$question")));
    assertThat(happened).containsExactly("begin", "send below $question", "settle as $1");
  }

  @Test
  void whatBelongsBelowACardGoesToItsThread() throws Exception {
    notes.name = Optional.of("$card");
    dispatch.send(owed(new Place.Below(CARD)));
    assertThat(happened).containsExactly("begin", "send below $card", "settle as $1");
  }

  @Test
  void aChangeNeedsNoNoteBeforeAndIsNeverLookedFor() throws Exception {
    notes.name = Optional.of("$card");
    dispatch.send(owed(new Place.InsteadOf(CARD)));
    assertThat(happened).containsExactly("edit $card", "settle");
  }

  @Test
  void aChangeOfWhichNobodyKnowsWhetherItWasMadeIsStillOwedAndMadeAgain() throws Exception {
    notes.name = Optional.of("$card");
    chat.faults.add(ConnectorException.unknown("the answer was lost", null));
    Outbox.Owed change = owed(new Place.InsteadOf(CARD));
    assertThatThrownBy(() -> dispatch.send(change)).isInstanceOf(ConnectorException.class);
    dispatch.send(change);
    assertThat(happened).containsExactly("edit $card", "edit $card", "settle");
  }

  @Test
  void aChangeThatIsRefusedForEverIsNotedSo() throws Exception {
    notes.name = Optional.of("$card");
    chat.faults.add(ConnectorException.rejected("the message is gone"));
    dispatch.send(owed(new Place.InsteadOf(CARD)));
    assertThat(happened).containsExactly("edit $card", "refuse: the message is gone");
  }

  @Test
  void whatBelongsToAForgottenCardIsLetBe() throws Exception {
    dispatch.send(owed(new Place.InsteadOf(CARD)));
    dispatch.send(owed(new Place.Below(CARD)));
    assertThat(happened).containsExactly("settle", "settle");
  }

  @Test
  void aChatThatChangesNothingIsAskedForNoChangeAndNoThreadOfACard() throws Exception {
    notes.name = Optional.of("$card");
    unchanging.send(owed(new Place.InsteadOf(CARD)));
    unchanging.send(owed(new Place.Below(CARD)));
    assertThat(happened).containsExactly("settle", "settle");
  }

  private static Outbox.Owed owed(Place place) {
    return Outbox.Owed.of(post(place), false);
  }

  private static Post post(Place place) {
    return new Post(
        new PostId("post"),
        "room",
        place,
        RichText.ofPlain("text"),
        Optional.empty(),
        Instant.parse("2026-03-01T00:00:00Z"));
  }

  /** Notes what is noted. */
  private final class Notes implements Delivery {
    private Optional<String> name = Optional.empty();

    @Override
    public List<Outbox.Owed> heads() {
      return List.of();
    }

    @Override
    public Optional<Outbox.Owed> head(String channel) {
      return Optional.empty();
    }

    @Override
    public Optional<String> nameOf(PostId post) {
      return post.equals(CARD) ? name : Optional.empty();
    }

    @Override
    public void begin(PostId post) {
      happened.add("begin");
    }

    @Override
    public void settle(PostId post, Optional<String> chatsName) {
      happened.add("settle" + chatsName.map(given -> " as " + given).orElse(""));
    }

    @Override
    public void refuse(PostId post, String why) {
      happened.add("refuse: " + why);
    }
  }

  /** A chat whose faults are told before. */
  private final class Chat implements ChatPlatform, ChatPlatform.CanLookUp, ChatPlatform.CanEdit {
    private final Deque<ConnectorException> faults = new ArrayDeque<>();
    private Optional<String> found = Optional.empty();

    @Override
    public void start(Consumer<Incoming> inbox) {}

    @Override
    public String send(Outgoing post) {
      happened.add("send" + post.thread().map(root -> " below " + root).orElse(""));
      return "$1";
    }

    @Override
    public void edit(String name, Outgoing post) throws ConnectorException {
      happened.add("edit " + name);
      if (!faults.isEmpty()) {
        throw faults.pop();
      }
    }

    @Override
    public Optional<String> find(String channel, String key) {
      happened.add("find");
      return found;
    }

    @Override
    public void close() {}
  }
}
