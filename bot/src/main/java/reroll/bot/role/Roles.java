package reroll.bot.role;

import java.util.Map;
import java.util.Optional;

/**
 * Who has which role, and which role has which right. Immutable.
 *
 * @param named people as {@code chat/user} and rooms as {@code chat/room}, as the chats name them
 * @param needed the role that a right needs, where it is not the usual one
 * @param others the role of all whom {@code named} does not name
 */
public record Roles(Map<String, Role> named, Map<Right, Role> needed, Role others) {
  /** Where nobody is named: all are members. */
  public static final Roles UNNAMED = new Roles(Map.of(), Map.of(), Role.MEMBER);

  /** At a terminal sits who started the bot. */
  public static final Roles TERMINAL = new Roles(Map.of(), Map.of(), Role.ADMIN);

  public Roles {
    named = Map.copyOf(named);
    needed = Map.copyOf(needed);
  }

  /**
   * The role of somebody who speaks in a channel: that of the person, else that of the room.
   *
   * @param channel as the program names it, {@code chat/room}
   * @param user as the chat names them
   */
  public Role of(String channel, String user) {
    String person = channel.substring(0, channel.indexOf('/') + 1) + user;
    return Optional.ofNullable(named.get(person))
        .or(() -> Optional.ofNullable(named.get(channel)))
        .orElse(others);
  }

  /** The least role that has a right. */
  public Role neededFor(Right right) {
    return needed.getOrDefault(right, right.usual());
  }

  public boolean may(String channel, String user, Right right) {
    return of(channel, user).isAtLeast(neededFor(right));
  }
}
