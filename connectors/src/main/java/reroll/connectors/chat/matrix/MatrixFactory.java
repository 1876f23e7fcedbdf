package reroll.connectors.chat.matrix;

import reroll.connectors.chat.ChatHome;
import reroll.connectors.chat.ChatPlatform;

/** How a chat at a homeserver is configured and made. */
final class MatrixFactory implements ChatPlatform.Factory<MatrixSettings> {
  @Override
  public String type() {
    return "matrix";
  }

  @Override
  public Class<MatrixSettings> settings() {
    return MatrixSettings.class;
  }

  @Override
  public ChatPlatform create(MatrixSettings settings, ChatHome home) {
    return new MatrixChat(settings, home, Patience.USUAL);
  }
}
