package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reroll.bot.delivery.Post;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.intake.IntakeEntry;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.connectors.archive.Cursor;

class BotStateTest {
  private final BotState state = Story.newState();

  @Test
  void theSameInputsGiveTheSameStateAndTheSamePosts() {
    BotState other = Story.newState();
    for (Input input : Story.inputs()) {
      state.apply(input);
      other.apply(input);
    }
    assertThat(Story.text(other)).isEqualTo(Story.text(state));
  }

  @Test
  void whatIsSavedAndRestoredGoesOnAsIfNothingHadBeen() throws IOException {
    List<Input> inputs = Story.inputs();
    for (int cut = 0; cut <= inputs.size(); cut++) {
      BotState whole = Story.newState();
      inputs.subList(0, cut).forEach(whole::apply);
      BotState restored = Story.newState();
      restored.restore(roundTrip(whole.save()));
      assertThat(Story.text(restored)).as("after %d inputs", cut).isEqualTo(Story.text(whole));
      inputs.subList(cut, inputs.size()).forEach(whole::apply);
      inputs.subList(cut, inputs.size()).forEach(restored::apply);
      assertThat(Story.text(restored)).as("cut at %d", cut).isEqualTo(Story.text(whole));
    }
  }

  private static SavedState roundTrip(SavedState saved) throws IOException {
    Snapshot form = new Snapshot();
    return form.decode(form.encode(saved));
  }

  @Test
  void aFollowedSeriesIsToldOnceWhenItsNewVersionIsWhole() {
    Story.inputs().forEach(state::apply);
    assertThat(posts("v3 of")).hasSize(1);
    assertThat(posts("v3 of").get(0).text().markdown()).contains("page cache read", "5 patches");
  }

  @Test
  void theBacklogIsLearnedAndNotTold() {
    Story.inputs().stream().filter(Input.MailCame.class::isInstance).limit(5).forEach(state::apply);
    assertThat(state.tracker().size()).isPositive();
    assertThat(state.outbox().owed()).isEmpty();
  }

  @Test
  void aMessageThatComesTwiceIsAnsweredOnce() {
    Story.inputs().forEach(state::apply);
    int posts = state.outbox().size();
    Story.inputs().stream().filter(Input.Said.class::isInstance).forEach(state::apply);
    assertThat(state.outbox().size()).isEqualTo(posts);
    assertThat(state.follows().all()).hasSize(1);
  }

  @Test
  void mailBehindAGapIsNotTaken() {
    Input.MailCame first = mail(0);
    Input.MailCame second = mail(1);
    state.apply(second);
    assertThat(state.list(Story.LIST).cursor()).isEqualTo(Cursor.START);
    state.apply(first);
    state.apply(first);
    assertThat(state.list(Story.LIST).mails()).isEqualTo(first.batch().entries().size());
    state.apply(second);
    assertThat(state.list(Story.LIST).cursor()).isEqualTo(second.batch().next());
  }

  @Test
  void aReplyThatGoesToTwoListsCountsOnce() {
    Story.inputs().forEach(state::apply);
    String before = Story.text(state);
    for (Input input : Story.inputs()) {
      if (input instanceof Input.MailCame came) {
        state.apply(onOtherList(came));
      }
    }
    assertThat(answers(Story.text(state))).isEqualTo(answers(before));
  }

  private static List<String> answers(String json) {
    return java.util.regex.Pattern.compile("\"answers\":\\d+")
        .matcher(json)
        .results()
        .map(match -> match.group())
        .toList();
  }

  private static Input onOtherList(Input.MailCame came) {
    IntakeBatch batch = came.batch();
    return new Input.MailCame(
        came.at().plus(Duration.ofDays(30)),
        new IntakeBatch("other", batch.after(), batch.entries(), batch.next(), batch.more()));
  }

  @Test
  void whatNobodyAskedForIsNotAnswered() {
    state.apply(
        new Input.Said(
            Story.START, "room", "ann", "e1", Optional.empty(), "digest please", false, List.of()));
    assertThat(state.outbox().owed()).isEmpty();
  }

  @Test
  void whatStandsInAMailIsNeverObeyed() {
    Story.inputs().forEach(state::apply);
    int posts = state.outbox().size();
    String mail = "From: !unfollow\nSubject: !unfollow all\nMessage-ID: <1@x>\n\n!unfollow all\n";
    IntakeEntry entry =
        new IntakeEntry.Read(
            "ref",
            Story.START,
            MailReader.read(MailParser.parse(mail.getBytes(StandardCharsets.UTF_8))));
    IntakeBatch batch =
        new IntakeBatch("other", Cursor.START, List.of(entry), new Cursor("end"), false);
    state.apply(new Input.MailCame(Story.START.plus(Duration.ofDays(60)), batch));
    assertThat(state.list("other").mails()).isEqualTo(1);
    assertThat(state.follows().all()).hasSize(1);
    assertThat(state.outbox().size()).isEqualTo(posts);
  }

  private static Input.MailCame mail(int index) {
    return (Input.MailCame)
        Story.inputs().stream().filter(Input.MailCame.class::isInstance).toList().get(index);
  }

  private List<Post> posts(String beginning) {
    return state.outbox().owed().stream()
        .map(owed -> owed.post())
        .filter(post -> post.text().markdown().startsWith("**" + beginning))
        .toList();
  }
}
