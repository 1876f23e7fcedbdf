package reroll.bot.state;

import java.util.List;
import reroll.connectors.archive.Cursor;

/** How far the lists were read. */
record ListsSection() implements Section<List<ListState>> {
  @Override
  public String name() {
    return "lists";
  }

  @Override
  public void write(List<ListState> lists, PackedOutput out) {
    out.list(lists, list -> write(list, out));
  }

  private static void write(ListState list, PackedOutput out) {
    out.text(list.list());
    out.text(list.cursor().value());
    out.number(list.mails());
    out.number(list.broken());
    out.flag(list.caughtUp());
    out.instant(list.firstArrival());
    out.instant(list.lastBroken());
    out.instant(list.lastArrival());
  }

  @Override
  public List<ListState> read(PackedInput in, int form) {
    return in.list(() -> list(in));
  }

  private static ListState list(PackedInput in) {
    return new ListState(
        in.text(),
        new Cursor(in.text()),
        in.number(),
        in.number(),
        in.flag(),
        in.instant(),
        in.instant(),
        in.instant());
  }
}
