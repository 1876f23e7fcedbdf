package reroll.bot.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class StateJsonTest {
  private final ObjectMapper json = StateJson.mapper();

  /** Journals outlive the program that wrote them. */
  @Test
  void whatAnOlderProgramDidNotWriteIsTakenAsNothing() {
    String older =
        """
        {"is":"PostSettled","at":"2026-03-01T12:00:00Z","post":"0123456789abcdef01234567",
         "refusal":"the room is gone"}
        """;
    Input.PostSettled settled = (Input.PostSettled) json.readValue(older, Input.class);
    assertThat(settled.refusal()).contains("the room is gone");
    assertThat(settled.name()).isEqualTo(Optional.empty());
  }
}
