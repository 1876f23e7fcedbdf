package reroll.bot.state;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * What snapshots held up to schema 2: the state as JSON. Read once, at the first start of a newer
 * program; its first snapshot is of the schema of today.
 */
final class JsonSnapshot {
  /** Older ones lack what cannot be guessed. */
  static final int SCHEMA = 2;

  private final ObjectMapper json;

  JsonSnapshot(ObjectMapper json) {
    this.json = json;
  }

  SavedState decode(InputStream in) throws IOException {
    try {
      return json.readValue(in, SavedState.class);
    } catch (JacksonException e) {
      throw new IOException("it is not the JSON that schema " + SCHEMA + " is", e);
    }
  }
}
