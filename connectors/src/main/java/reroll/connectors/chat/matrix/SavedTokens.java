package reroll.connectors.chat.matrix;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tokens of a login, in a file, so that a new start needs no new login. Those of another user
 * or device are left alone. Thread-safe.
 */
final class SavedTokens {
  private static final Logger log = LoggerFactory.getLogger(SavedTokens.class);

  private final MatrixSettings settings;
  private final Place file;

  SavedTokens(MatrixSettings settings, Place file) {
    this.settings = settings;
    this.file = file;
  }

  /** What was written last; empty where there is nothing of use. */
  Optional<Tokens> read() {
    try {
      return file.read()
          .filter(saved -> Json.text(saved, "user").equals(settings.user().orElse("")))
          .filter(saved -> Json.text(saved, "device").equals(settings.device()))
          .flatMap(SavedTokens::tokensIn);
    } catch (IOException e) {
      log.warn("{} cannot be read, a new login it is: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Tokens> tokensIn(JsonNode saved) {
    Optional<String> refresh = Tokens.given(Json.text(saved, "refresh_token"));
    return Tokens.given(Json.text(saved, "access_token"))
        .map(access -> new Tokens(access, refresh));
  }

  /** Writes them; where that fails, the next start has to log in. */
  void write(Tokens tokens) {
    ObjectNode saved =
        Json.object()
            .put("user", settings.user().orElse(""))
            .put("device", settings.device())
            .put("access_token", tokens.access());
    tokens.refresh().ifPresent(text -> saved.put("refresh_token", text));
    try {
      file.write(saved);
    } catch (IOException e) {
      log.error("the session cannot be kept in {}: {}", file, e.getMessage());
    }
  }
}
