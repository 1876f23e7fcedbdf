package reroll.connectors.chat.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.real.MatrixPerson;
import reroll.connectors.real.Synapse;

/** Against a Synapse with the limits that it has by itself: ten messages at once, then a wait. */
class MatrixLimitsRealIT {
  private static final int WAITING = 30;

  @TempDir private Path folder;

  @Test
  void postsBeyondTheLimitWaitAndComeOnceInOrder() throws Exception {
    try (Synapse synapse = Synapse.withLimits(folder)) {
      MatrixPerson bot = synapse.person("reroll");
      String room = bot.makeOpenRoom("limits");
      List<String> wanted = new ArrayList<>();
      MatrixSettings settings = MatrixLab.settings(synapse.url(), bot.token(), "", "");
      try (MatrixLab lab = MatrixLab.of(settings, folder.resolve("bot"))) {
        for (int i = 0; i < WAITING; i++) {
          lab.deliver(MatrixLab.post("k" + i, room, "post " + i));
          wanted.add("post " + i);
        }
      }
      assertThat(bot.readWithNio(room))
          .extracting(message -> message.path("body").stringValue(""))
          .isEqualTo(wanted);
    }
  }
}
