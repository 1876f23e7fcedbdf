package reroll.bot.digest;

import java.util.Locale;
import java.util.Optional;

/** How much of a digest people want to have. */
public enum DigestForm {
  /** One screen. */
  BRIEF,
  /** One screen, and all of it as a file. */
  FULL,
  /** One screen, and the older text form as a file. */
  CLASSIC;

  /** As people say it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The form that a word names, in whatever case. */
  public static Optional<DigestForm> named(String word) {
    for (DigestForm form : values()) {
      if (form.name().equalsIgnoreCase(word)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }
}
