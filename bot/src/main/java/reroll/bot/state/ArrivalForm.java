package reroll.bot.state;

import reroll.bot.series.Arrival;

/** How an arrival stands in a snapshot. */
final class ArrivalForm {
  private ArrivalForm() {}

  static void write(Arrival arrival, PackedOutput out) {
    out.name(arrival.list());
    out.text(arrival.ref());
    out.instant(arrival.at());
  }

  static Arrival read(PackedInput in) {
    return new Arrival(in.name(), in.text(), in.instant());
  }
}
