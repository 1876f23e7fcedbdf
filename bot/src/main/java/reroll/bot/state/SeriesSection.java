package reroll.bot.state;

import java.util.List;
import java.util.function.Supplier;
import reroll.bot.series.SavedSeries;

/** All series. */
record SeriesSection() implements Section<SeriesSection.All> {
  /**
   * All series.
   *
   * @param lastNumber of the newest revision
   */
  record All(long lastNumber, List<SavedSeries> series) {}

  @Override
  public String name() {
    return "series";
  }

  /**
   * See {@link PackedReception} for the second; the third has addressees; in the fourth what comes
   * again in a slice stands there once.
   */
  @Override
  public int form() {
    return 4;
  }

  @Override
  public void write(All all, PackedOutput out) {
    out.number(all.lastNumber());
    PackedSlices.write(all.series(), out, SeriesSection::writeSlice);
  }

  @Override
  public All read(PackedInput in, int form) {
    return new All(
        in.number(),
        form < 4 ? in.list(reader(in, form)) : PackedSlices.read(in, slice -> reader(slice, form)));
  }

  private static void writeSlice(List<SavedSeries> series, PackedOutput out) {
    out.list(series, PackedSeries.writer(out)::series);
  }

  private static Supplier<SavedSeries> reader(PackedInput in, int form) {
    return PackedSeries.reader(in, form)::series;
  }
}
