package reroll.bot.state;

import java.time.Instant;
import java.util.List;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.Version;
import reroll.bot.series.Ruling;

/** What people said of how mails belong together. */
record RulingsSection() implements Section<List<Ruling>> {
  @Override
  public String name() {
    return "rulings";
  }

  @Override
  public void write(List<Ruling> rulings, PackedOutput out) {
    out.list(rulings, ruling -> write(ruling, out));
  }

  private static void write(Ruling ruling, PackedOutput out) {
    out.name(word(ruling));
    out.text(ruling.mail().value());
    out.name(ruling.by());
    out.instant(ruling.at());
    if (ruling instanceof Ruling.Follows follows) {
      out.text(follows.earlier().value());
    } else if (ruling instanceof Ruling.Apart apart) {
      out.text(apart.earlier().value());
    } else if (ruling instanceof Ruling.Counted counted) {
      out.number(counted.version().major());
      out.number(counted.version().minor());
    }
  }

  private static String word(Ruling ruling) {
    if (ruling instanceof Ruling.Follows) {
      return "follows";
    }
    return ruling instanceof Ruling.Apart ? "apart" : "counted";
  }

  @Override
  public List<Ruling> read(PackedInput in, int form) {
    return in.list(() -> read(in));
  }

  private static Ruling read(PackedInput in) {
    String word = in.name();
    MessageId mail = id(in);
    String by = in.name();
    Instant at = in.instant();
    return switch (word) {
      case "follows" -> new Ruling.Follows(mail, id(in), by, at);
      case "apart" -> new Ruling.Apart(mail, id(in), by, at);
      case "counted" ->
          new Ruling.Counted(mail, new Version(in.smallNumber(), in.smallNumber()), by, at);
      default -> throw PackedInput.damaged("nobody can say " + word);
    };
  }

  private static MessageId id(PackedInput in) {
    return new MessageId(in.text());
  }
}
