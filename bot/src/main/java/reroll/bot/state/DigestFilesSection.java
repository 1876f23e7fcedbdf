package reroll.bot.state;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import reroll.bot.delivery.PostId;
import reroll.bot.digest.DigestForm;
import reroll.bot.digest.DigestOrder;
import reroll.bot.digest.Scope;
import reroll.bot.digest.Window;
import reroll.bot.series.Arrival;

/** The digests whose files are to be made. */
record DigestFilesSection() implements Section<List<DigestFile>> {
  @Override
  public String name() {
    return "digest-files";
  }

  /** The first knew no filters. */
  @Override
  public int form() {
    return 2;
  }

  @Override
  public void write(List<DigestFile> files, PackedOutput out) {
    out.list(files, file -> write(file, out));
  }

  private static void write(DigestFile file, PackedOutput out) {
    out.text(file.post().value());
    out.text(file.channel());
    out.optional(file.root(), out::text);
    out.instant(file.at());
    write(file.order(), out);
    out.text(file.gaps());
  }

  private static void write(DigestOrder order, PackedOutput out) {
    out.text(order.scope().name());
    out.list(order.scope().lists(), out::text);
    out.instant(order.window().from());
    out.instant(order.window().to());
    out.text(order.window().zone().getId());
    out.list(inOrder(order.window().late()), arrival -> ArrivalForm.write(arrival, out));
    out.name(order.form().name());
    out.text(order.filter());
  }

  /** The same state gives the same bytes; a set has no order. */
  private static List<Arrival> inOrder(Collection<Arrival> late) {
    return late.stream()
        .sorted(Comparator.comparing(Arrival::at).thenComparing(Arrival::ref))
        .toList();
  }

  @Override
  public List<DigestFile> read(PackedInput in, int form) {
    return in.list(() -> file(in, form));
  }

  private static DigestFile file(PackedInput in, int form) {
    return new DigestFile(
        new PostId(in.text()),
        in.text(),
        in.optional(in::text),
        in.instant(),
        order(in, form),
        in.text());
  }

  private static DigestOrder order(PackedInput in, int form) {
    return new DigestOrder(
        new Scope(in.text(), in.list(in::text)),
        Window.between(in.instant(), in.instant(), in.zone())
            .with(in.list(() -> ArrivalForm.read(in))),
        DigestForm.named(in.name()).orElseThrow(() -> PackedInput.damaged("a form is unknown")),
        form == 1 ? "" : in.text());
  }
}
