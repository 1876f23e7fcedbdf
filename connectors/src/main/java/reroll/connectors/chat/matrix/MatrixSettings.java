package reroll.connectors.chat.matrix;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import reroll.connectors.port.Secret;
import reroll.connectors.port.Setting;

/** What the configuration file says of an account at a homeserver. */
record MatrixSettings(
    @Setting(value = "the homeserver's address", sample = "https://matrix.example.org") URI server,
    @Setting(value = "the bot's access token", sample = "{env: MATRIX_TOKEN}")
        Optional<Secret> token,
    @Setting(value = "who logs in, where there is no token", sample = "\"@reroll:example.org\"")
        Optional<String> user,
    @Setting(value = "the user's password", sample = "{env: MATRIX_PASSWORD}")
        Optional<Secret> password,
    @Setting(
            value = "the device that a password logs in; one for each installation",
            sample = "REROLL",
            fallback = "REROLL")
        String device,
    @Setting(
            value = "the rooms to be in, by id or alias, parted by blanks",
            sample = "\"#kvm:example.org #qemu:example.org\"")
        Optional<String> rooms,
    @Setting(
            value = "who may invite the bot: users, or @*:example.org for all of a server",
            sample = "\"@ann:example.org @*:example.com\"")
        Optional<String> inviters,
    @Setting(
            value = "the rooms in which posts are messages that clients announce, not notices",
            sample = "\"#kvm:example.org\"")
        Optional<String> loud,
    @Setting(
            value = "the room that is told once when something goes wrong with another",
            sample = "\"#reroll-operators:example.org\"")
        Optional<String> operators) {

  MatrixSettings {
    if (token.isPresent() == password.isPresent()) {
      throw new IllegalArgumentException(
          "write either token, or user and password; one of the two is how the bot logs in");
    }
    if (password.isPresent() && user.isEmpty()) {
      throw new IllegalArgumentException("password wants user, such as \"@reroll:example.org\"");
    }
    user.ifPresent(id -> check(Ids.isUser(id), id, "a user, such as @reroll:example.org"));
    for (Optional<String> setting : List.of(rooms, loud, operators)) {
      Ids.words(setting).forEach(MatrixSettings::checkRoom);
    }
    Ids.words(inviters)
        .forEach(id -> check(Ids.isUser(id), id, "a user, such as @ann:example.org"));
    if (Ids.words(operators).size() > 1) {
      throw new IllegalArgumentException("operators is one room");
    }
  }

  private static void checkRoom(String room) {
    check(Ids.isRoom(room), room, "a room, such as #kvm:example.org or !abcdef:example.org");
  }

  private static void check(boolean good, String id, String what) {
    if (!good) {
      throw new IllegalArgumentException("\"" + id + "\" is not the name of " + what);
    }
  }

  List<String> roomNames() {
    return Ids.words(rooms);
  }

  /** Whether somebody may invite the bot. */
  boolean mayInvite(String user) {
    String all = Ids.server(user).map(server -> "@*:" + server).orElse("");
    return Ids.words(inviters).stream().anyMatch(id -> id.equals(user) || id.equals(all));
  }
}
