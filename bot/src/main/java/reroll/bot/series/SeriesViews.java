package reroll.bot.series;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import reroll.templates.answer.SeriesBlockView;

/** Turns series into what templates show. */
public final class SeriesViews {
  private SeriesViews() {}

  /** A series and its revisions as lines of text. */
  public static SeriesBlockView block(Series series) {
    return new SeriesBlockView(
        "#" + series.id(),
        series.title(),
        series.latest().author().display(),
        series.revisions().stream().map(SeriesViews::row).toList());
  }

  private static SeriesBlockView.Row row(Revision revision) {
    LocalDate day = revision.began().atZone(ZoneOffset.UTC).toLocalDate();
    String patches =
        revision.isComplete()
            ? revision.total() + (revision.total() == 1 ? " patch" : " patches")
            : revision.received() + " of " + revision.total() + " patches";
    return new SeriesBlockView.Row(
        revision.label(),
        day.toString(),
        patches,
        revision.link().map(SeriesViews::why).orElse(""));
  }

  private static String why(Link link) {
    List<String> kinds = link.evidence().stream().map(LinkEvidence::kind).distinct().toList();
    return "follows " + link.to().label() + ": " + kinds.stream().collect(Collectors.joining(", "));
  }
}
