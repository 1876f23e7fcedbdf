package reroll.bot.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reroll.templates.answer.StatusView;

/** {@code !status}: how each list is read, and what waits to be posted. */
final class StatusCommand implements Command {
  private static final int MAX_PLACE = 50;

  @Override
  public String name() {
    return "status";
  }

  @Override
  public String arguments() {
    return "";
  }

  @Override
  public String summary() {
    return "says how far each list is read and whether anything is wrong";
  }

  @Override
  public List<String> examples() {
    return List.of("!status");
  }

  @Override
  public Answer answer(Call call) {
    Call.Knowledge known = call.known();
    return Answer.now(
        new StatusView(
            known.reading().stream().map(reading -> row(reading, call)).toList(),
            known.health().stream().filter(h -> !isOfAList(h, known)).map(this::trouble).toList(),
            number(known.tracker().seriesCount()),
            number(known.tracker().size()),
            known.follows().all().size(),
            known.owedPosts(),
            known.refusedPosts()));
  }

  private static boolean isOfAList(SourceHealth health, Call.Knowledge known) {
    return known.reading().stream().anyMatch(reading -> reading.list().equals(health.list()));
  }

  private StatusView.Trouble trouble(SourceHealth chat) {
    return new StatusView.Trouble(chat.list(), chat.failing().orElse(""));
  }

  private static StatusView.Row row(Call.Reading reading, Call call) {
    Optional<SourceHealth> health =
        call.known().health().stream().filter(h -> h.list().equals(reading.list())).findFirst();
    return new StatusView.Row(
        reading.list(),
        number(reading.mails()),
        reading.broken() == 0 ? "" : number(reading.broken()),
        reading.lastArrival().map(at -> Ago.of(at, call.now())).orElse("never"),
        health
            .flatMap(SourceHealth::lastSuccess)
            .map(at -> Ago.of(at, call.now()))
            .orElse("not yet"),
        health.flatMap(SourceHealth::failing).orElse(""),
        health.flatMap(SourceHealth::failingSince).map(at -> Ago.of(at, call.now())).orElse(""),
        !reading.caughtUp(),
        shortened(reading.place()));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Enough to find it in the archive; the end of a cursor is for the archive alone. */
  private static String shortened(String place) {
    return place.length() <= MAX_PLACE ? place : place.substring(0, MAX_PLACE) + "…";
  }
}
