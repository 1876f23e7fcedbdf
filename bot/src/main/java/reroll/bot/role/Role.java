package reroll.bot.role;

import java.util.Locale;

/** What somebody is to the bot, from the least to the most. */
public enum Role {
  EVERYONE,
  MEMBER,
  ADMIN;

  /** As people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isAtLeast(Role other) {
    return compareTo(other) >= 0;
  }
}
