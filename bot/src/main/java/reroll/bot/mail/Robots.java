package reroll.bot.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells robots from people, by the addresses that they are known by. */
public final class Robots {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:.*[+._-])?(?:bot|robot|bots|autobuild|ci|buildbot|noreply|no-reply)\\d*(?:[+._-].*)?@.*"
              + "|lkp@intel\\.com|patchwork-bot.*|syzbot.*|tip-bot2?@.*|sashiko.*|kernelci.*|0day.*");

  private Robots() {}

  public static boolean isRobot(Person person) {
    return ADDRESS.matcher(person.address().toLowerCase(Locale.ROOT)).matches()
        || person.name().toLowerCase(Locale.ROOT).endsWith(" robot");
  }
}
