package reroll.bot.state;

import java.util.Locale;
import java.util.Optional;
import reroll.bot.command.Answer;
import reroll.bot.compare.ComparisonReport;
import reroll.bot.delivery.Place;
import reroll.bot.delivery.Post;
import reroll.connectors.chat.Attachment;
import reroll.templates.Templates;
import reroll.templates.View;
import reroll.templates.answer.DiffView;
import reroll.templates.answer.ProblemView;

/** Makes the answer of what was compared: short ones are shown, long ones go along as a file. */
final class ComparisonPost {
  /** As much as is read in a chat; more is read in a file. */
  static final int MAX_SHOWN_LINES = 60;

  static final int MAX_SHOWN_CHARS = 2_500;

  private ComparisonPost() {}

  static Post of(Comparison asked, Input.Compared compared, Templates templates) {
    Optional<Attachment> file = compared.report().flatMap(report -> file(asked, report));
    View view =
        compared
            .report()
            .<View>map(report -> view(asked.what().title(), report, file))
            .orElseGet(() -> new ProblemView(compared.problem(), ""));
    return new Post(
        asked.post(),
        asked.channel(),
        new Place.InThread(asked.root()),
        templates.richText(view),
        file,
        asked.at());
  }

  private static View view(Answer.Title title, ComparisonReport report, Optional<Attachment> file) {
    return new DiffView(
        title.series(),
        title.title(),
        title.step(),
        report.summary(),
        report.notes(),
        shown(file.isPresent() ? report.headers() : report.text()),
        file.map(Attachment::name).orElse(""));
  }

  private static Optional<Attachment> file(Comparison asked, ComparisonReport report) {
    String text = report.text();
    boolean isShort = text.length() <= MAX_SHOWN_CHARS && text.lines().count() <= MAX_SHOWN_LINES;
    return isShort ? Optional.empty() : Optional.of(new Attachment(name(asked.what()), text));
  }

  /** {@code reroll-12-v2-v3.txt}. */
  private static String name(Answer.Comparing what) {
    String words = what.title().series() + " " + what.title().step();
    String plain = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    String patch = what.patch().map(number -> "-patch-" + number).orElse("");
    return "reroll-" + plain.replaceAll("^-|-$", "") + patch + ".txt";
  }

  private static String shown(String text) {
    String lines = text.lines().limit(MAX_SHOWN_LINES).reduce((a, b) -> a + "\n" + b).orElse("");
    return lines.length() <= MAX_SHOWN_CHARS ? lines : lines.substring(0, MAX_SHOWN_CHARS) + "…";
  }
}
