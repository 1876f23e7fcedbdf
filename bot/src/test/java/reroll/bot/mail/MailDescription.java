package reroll.bot.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that is read out of a mail, as text for people to check. */
final class MailDescription {
  private final StringBuilder text = new StringBuilder();

  private MailDescription() {}

  static String of(Mail mail) {
    MailDescription description = new MailDescription();
    description.mail(mail);
    MailFacts facts = MailReader.read(mail);
    if (facts instanceof PatchMail patch) {
      description.patch(patch, PatchText.of(mail));
    } else if (facts instanceof Reply reply) {
      description.reply(reply);
    }
    return description.text.toString();
  }

  private void mail(Mail mail) {
    line("id", mail.id());
    line("parents", mail.parents());
    line("subject", mail.subject());
    line("from", mail.from());
    line("sender", mail.sender());
    line("robot", Robots.isRobot(mail.sender()));
    line("date", mail.date());
    line("received", mail.received());
    line("defects", mail.defects().stream().sorted().toList());
  }

  private void patch(PatchMail patch, PatchText parts) {
    PatchSubject subject = patch.subject();
    line("is a", subject.pull() ? "pull request" : subject.isCover() ? "cover" : "patch");
    line("version", patch.version() + (subject.versionGiven() ? "" : ", not given"));
    line("counter", subject.counter());
    line("flags", flags(patch));
    line("tags", subject.tags());
    line("trees", subject.trees());
    line("title", subject.title());
    line("author", patch.author());
    line("has diff", patch.hasDiff());
    line("files", patch.files());
    line("lines", patch.lines());
    line("change-id", patch.changeId());
    line("base-commit", parts.baseCommit());
    line("earlier", patch.earlier());
    block("message", parts.message());
    block("notes", parts.notes());
    block("changelog", patch.changelog().orElse(""));
  }

  private static List<String> flags(PatchMail patch) {
    PatchSubject subject = patch.subject();
    return Arrays.stream(
            new String[] {
              subject.marked() ? "marked" : "",
              subject.rfc() ? "rfc" : "",
              subject.resent() ? "resent" : "",
              subject.autosel() ? "autosel" : "",
              patch.stable() ? "stable" : ""
            })
        .filter(flag -> !flag.isEmpty())
        .toList();
  }

  private void reply(Reply reply) {
    line("is a", "reply");
    line("author", reply.author());
    line("reviews", reply.reviews());
    line("robot", reply.robot().stream().toList());
    line("applied", reply.applied());
    line("withdraws", reply.withdraws());
  }

  private void line(String name, Object value) {
    String said =
        value instanceof Optional<?> optional
            ? optional.map(Object::toString).orElse("-")
            : value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(" | "))
                : value.toString();
    text.append((name + ": " + visible(said)).strip()).append('\n');
  }

  private void block(String name, String value) {
    text.append(name).append(":\n");
    value
        .strip()
        .lines()
        .forEach(line -> text.append(("  " + visible(line)).stripTrailing()).append('\n'));
  }

  /** Characters that cannot be seen are written as numbers. */
  private static String visible(String value) {
    StringBuilder out = new StringBuilder();
    value
        .codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean hidden = c != '\t' && (type == Character.CONTROL || type == Character.FORMAT);
              out.append(hidden ? String.format("\\u%04X", c) : Character.toString(c));
            });
    return out.toString();
  }
}
