package reroll.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.bot.delivery.Outbox;
import reroll.bot.delivery.PostId;
import reroll.bot.run.BotProcess;
import reroll.bot.state.Engine;
import reroll.bot.state.Input;

class OutboxCliTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;

  private final CommandRun program = new CommandRun();

  /** One answer waits, two were refused. */
  @BeforeEach
  void aBotWhoseChatTakesNothing() throws Exception {
    Files.createDirectory(folder.resolve("mail"));
    Files.writeString(
        folder.resolve("reroll.yaml"),
        "state: state\nzone: Europe/Berlin\nlists: {pond: {archive: {type: files, path: mail}}}\n");
    try (Engine engine = start()) {
      for (String event : List.of("e1", "e2", "e3")) {
        engine.submit(said(event)).get();
      }
      refuse(engine, "e1", "the room is gone");
      refuse(engine, "e2", "too \u001b[31mlong");
    }
  }

  private static Input said(String event) {
    return new Input.Said(
        NOON, "work/room", "ann", event, Optional.empty(), "!lists", false, List.of());
  }

  private static void refuse(Engine engine, String event, String why) throws Exception {
    engine
        .submit(
            new Input.PostSettled(
                NOON.plusSeconds(60), post(event), Optional.of(why), Optional.empty()))
        .get();
  }

  private static PostId post(String event) {
    return PostId.of("work/room", "answer", event);
  }

  private static String name(String event) {
    return post(event).value().substring(0, 8);
  }

  private Engine start() throws Exception {
    return CommandRun.engine(folder.resolve("reroll.yaml"));
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of("outbox"));
    all.addAll(List.of(words));
    all.addAll(List.of("--config", folder.resolve("reroll.yaml").toString()));
    return program.run(all.toArray(String[]::new));
  }

  private List<PostId> owedAtTheNextStart() throws Exception {
    try (Engine engine = start()) {
      return engine
          .ask(s -> s.outbox().owed().stream().map(Outbox.Owed::post).map(p -> p.id()).toList())
          .get();
    }
  }

  @Test
  void whatWasRefusedIsListedWithChannelTimeAndReasonAlsoWhileABotIsAtWork() throws Exception {
    try (Engine atWork = start()) {
      assertThat(atWork).isNotNull();
      assertThat(run("list")).isZero();
    }
    assertThat(program.out.toString())
        .isEqualTo(
            name("e1")
                + "  work/room  2026-03-01 13:01 CET  the room is gone\n"
                + "          I read:\n"
                + name("e2")
                + "  work/room  2026-03-01 13:01 CET  too [31mlong\n"
                + "          I read:\n"
                + "work/room: 1 wait to be sent\n");
  }

  @Test
  void oneThatIsTriedAgainIsOwedAtTheNextStart() throws Exception {
    assertThat(run("retry", name("e2"))).isZero();
    assertThat(program.out.toString()).isEqualTo("1 of 1 will be sent from the next start on\n");
    assertThat(owedAtTheNextStart()).containsExactly(post("e3"), post("e2"));
  }

  @Test
  void allAreTriedAgainAtOnce() throws Exception {
    assertThat(run("retry", "all")).isZero();
    assertThat(owedAtTheNextStart()).containsExactly(post("e3"), post("e1"), post("e2"));
    assertThat(run("list")).isZero();
    assertThat(program.out.toString())
        .endsWith("work/room: 3 wait to be sent\nno post was refused\n");
  }

  @Test
  void whatIsForgottenIsGone() throws Exception {
    assertThat(run("drop", name("e1"))).isZero();
    assertThat(run("drop", "all")).isZero();
    assertThat(run("retry", "all")).isZero();
    assertThat(program.out.toString())
        .isEqualTo("1 forgotten\n1 forgotten\n0 of 0 will be sent from the next start on\n");
    assertThat(owedAtTheNextStart()).containsExactly(post("e3"));
  }

  @Test
  void aNameThatNobodyHasIsOneSentence() {
    assertThat(run("retry", "e1")).isEqualTo(2);
    assertThat(program.err.toString())
        .contains("No refused post is named 'e1'; 'reroll outbox list' names them.")
        .hasLineCount(1);
  }

  @Test
  void nothingIsChangedUnderABotAtWork() throws Exception {
    try (Engine atWork = start()) {
      assertThat(atWork).isNotNull();
      assertThat(run("retry", "all")).isEqualTo(1);
      assertThat(run("drop", "all")).isEqualTo(1);
    }
    assertThat(program.err.toString())
        .contains("another Reroll runs on the state folder")
        .hasLineCount(2);
    assertThat(owedAtTheNextStart()).containsExactly(post("e3"));
  }

  /** A lock that only this process honoured would let two of them write one journal. */
  @Test
  void anotherProcessOnTheSameFolderRefusesToStartInOneSentence() throws Exception {
    try (Engine atWork = start();
        BotProcess other = BotProcess.run(folder.resolve("reroll.yaml"))) {
      assertThat(atWork).isNotNull();
      other.live(Duration.ofSeconds(60));
      assertThat(other.log())
          .isEqualTo(
              "reroll: another Reroll runs on the state folder " + folder.resolve("state") + "\n");
      assertThat(other.stop()).isEqualTo(1);
    }
  }
}
