package reroll.connectors.chat.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.chat.Outgoing;
import reroll.connectors.real.MatrixPerson;
import reroll.connectors.real.Synapse;

/** A real Synapse that is stopped and started while a long digest and other posts go out. */
class MatrixRestartRealIT {
  private static final int POSTS = 30;
  private static final int DIGEST = 10;

  @TempDir private Path folder;

  private final List<String> wanted = new ArrayList<>();

  @Test
  void aServerThatRestartsInTheMiddleOfADigestGetsEveryPostOnceInOrder() throws Exception {
    try (Synapse synapse = Synapse.withoutLimits(folder)) {
      MatrixPerson ann = synapse.person("ann");
      MatrixPerson bot = synapse.person("reroll");
      String room = ann.makeOpenRoom("restart");
      bot.join(room);
      MatrixSettings settings =
          MatrixLab.settings(synapse.url(), bot.token(), "#restart:reroll.test", "");
      try (MatrixLab lab = MatrixLab.started(settings, folder.resolve("bot"))) {
        Thread restart = new Thread(() -> restart(synapse), "restart");
        for (int i = 0; i < POSTS; i++) {
          if (i == DIGEST) {
            restart.start();
          }
          lab.deliver(i == DIGEST ? digest(room) : post(room, i));
        }
        restart.join();
        ann.say(room, "!after");
        await().atMost(Duration.ofMinutes(1)).until(() -> lab.texts().contains("!after"));
      }
      assertThat(ann.readWithNio(room))
          .filteredOn(message -> message.path("sender").stringValue("").equals(bot.id()))
          .extracting(message -> message.path("body").stringValue(""))
          .isEqualTo(wanted);
    }
  }

  private Outgoing post(String room, int number) {
    wanted.add("post " + number);
    return MatrixLab.post("k" + number, room, "post " + number);
  }

  /** One of several events and a file. */
  private Outgoing digest(String room) {
    Outgoing post = MatrixLab.post("digest", room, "a series of a long digest\n\n".repeat(4_000));
    Cutter.parts(post.text()).forEach(part -> wanted.add(part.plain()));
    wanted.add("digest.txt");
    assertThat(wanted).hasSizeGreaterThan(DIGEST + 3);
    return MatrixLab.withFile(post, "digest.txt", "all of it\n");
  }

  private static void restart(Synapse synapse) {
    synapse.stop();
    synapse.start();
  }
}
