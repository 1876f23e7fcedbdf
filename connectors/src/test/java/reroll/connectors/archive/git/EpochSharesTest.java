package reroll.connectors.archive.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.NoMail;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveSource;

/** What several threads read of an epoch at the same time comes as if one had read it. */
class EpochSharesTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

  private final AtomicInteger open = new AtomicInteger();

  /** Gives a small mail at each place but the missing ones. */
  private class Small implements EpochShares.Hand {
    private final Set<Integer> missing;

    Small(Set<Integer> missing) {
      this.missing = missing;
      open.incrementAndGet();
    }

    @Override
    public Optional<ArchiveEntry> entry(int index) {
      return missing.contains(index) ? Optional.empty() : Optional.of(mail(index, 10));
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }

  private static ArchiveEntry mail(int index, int bytes) {
    return new RawMail("0/" + index, AT, new byte[bytes], bytes);
  }

  private static List<String> refs(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "0/" + i).toList();
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "0, 10, 3", "7, 1007, 2", "5, 6, 4", "3, 3, 2"})
  void allComesInOrderHoweverItIsCut(int from, int to, int count) {
    List<ArchiveEntry> read = new EpochShares(from, to, count).read(() -> new Small(Set.of()));

    assertThat(read).extracting(ArchiveEntry::ref).containsExactlyElementsOf(refs(from, to));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 3", "49, 49", "50, 50", "75, 75", "99, 99"})
  void whatFollowsAMissingOneIsLeftForTheNextTime(int missing, int behind) {
    List<ArchiveEntry> read = new EpochShares(0, 100, 2).read(() -> new Small(Set.of(missing)));

    assertThat(read).extracting(ArchiveEntry::ref).containsExactlyElementsOf(refs(0, behind));
  }

  @Test
  void aShareThatIsFullEndsTheReadingAndNoneTakesMoreThanItsPart() {
    int half = ArchiveSource.MAX_BATCH_BYTES / 4; // two fill a share of two
    EpochShares.Hands large =
        () ->
            new Small(Set.of()) {
              @Override
              public Optional<ArchiveEntry> entry(int index) {
                return Optional.of(mail(index, half));
              }
            };

    List<ArchiveEntry> read = new EpochShares(0, 100, 2).read(large);

    assertThat(read).extracting(ArchiveEntry::ref).containsExactlyElementsOf(refs(0, 2));
  }

  @Test
  void whatHoldsNoMailTakesNoRoom() {
    EpochShares.Hands removed =
        () ->
            new Small(Set.of()) {
              @Override
              public Optional<ArchiveEntry> entry(int index) {
                return Optional.of(new NoMail("0/" + index, AT));
              }
            };

    assertThat(new EpochShares(0, 1_000, 3).read(removed)).hasSize(1_000);
  }

  @Test
  void everyHandIsGivenBack() {
    assertThat(new EpochShares(0, 100, 4).read(() -> new Small(Set.of(60)))).isNotEmpty();
    assertThat(open).hasValue(0);
  }

  @Test
  void fewMailsAreReadByOneThreadAlone() {
    assertThat(EpochShares.of(0, 3).count()).isEqualTo(1);
    assertThat(EpochShares.of(0, 100_000).count())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
  }
}
