package reroll.bot.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts what comes in while a list is read for the first time. Used by one thread. */
public final class FirstReadingGauge {
  private final String list;
  private final Instant began;
  private final Consumer<FirstReading> told;
  private long mails;
  private Optional<Instant> oldest = Optional.empty();

  public FirstReadingGauge(String list, Instant began, Consumer<FirstReading> told) {
    this.list = list;
    this.began = began;
    this.told = told;
  }

  public void reached(IntakeBatch batch, Instant now) {
    int size = batch.entries().size();
    mails += size;
    if (size > 0 && oldest.isEmpty()) {
      oldest = Optional.of(batch.entries().get(0).at());
    }
    Instant last = size == 0 ? now : batch.entries().get(size - 1).at();
    told.accept(new FirstReading(list, mails, began, now, oldest.orElse(now), last, !batch.more()));
  }
}
