package reroll.bot.role;

import java.util.Locale;

/** What a command does, as far as somebody may be kept from it. */
public enum Right {
  /** Asks for something that is answered and changes nothing. */
  ASK(Role.EVERYONE),

  /** Changes what a channel hears of single series. */
  FOLLOW(Role.EVERYONE),

  /** Lets a channel hear of whatever a filter lets through. */
  SUBSCRIBE(Role.MEMBER),

  /** Lets digests come at certain times. */
  SCHEDULE(Role.MEMBER),

  /** Says which revisions are one series, for all channels. */
  LINK(Role.MEMBER),

  /** Changes how the bot works. */
  ADMINISTER(Role.ADMIN);

  private final Role usual;

  Right(Role usual) {
    this.usual = usual;
  }

  /** Who has it where the configuration says nothing. */
  Role usual() {
    return usual;
  }

  /** As people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
