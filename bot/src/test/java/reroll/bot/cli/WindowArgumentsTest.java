package reroll.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.bot.digest.Window;

class WindowArgumentsTest {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  /** One mail a day at noon UTC; the two of the 3rd begin alike. */
  private static final List<ArchiveScan.Place> DAYS =
      List.of(
          place("0/aaaa000011112222", "2026-03-01T12:00:00Z"),
          place("0/bbbb000011112222", "2026-03-02T12:00:00Z"),
          place("0/cccc000011112222", "2026-03-03T12:00:00Z"),
          place("0/cccc999911112222", "2026-03-03T12:00:00Z"),
          place("0/dddd000011112222", "2026-03-04T12:00:00Z"),
          place("0/eeee000011112222", "2026-03-10T11:00:00Z"));

  private static ArchiveScan.Place place(String ref, String at) {
    return new ArchiveScan.Place(ref, Instant.parse(at));
  }

  /** Which entries a window holds, by their first letters. */
  @ParameterizedTest(name = "{0} {1} {2} {3} in {4}")
  @CsvSource({
    // A..B,                  --from,     --to,       --since, zone,        holds
    "aaaa..dddd,              ,           ,           ,        UTC,          bccd",
    "aaaa0000..dddd0000,      ,           ,           ,        UTC,          bccd",
    "AAAA..DDDD,              ,           ,           ,        UTC,          bccd",
    "aaaa000011112222aaaaaaaaaaaaaaaaaaaaaaaa..bbbb000011112222bbbbbbbbbbbbbbbbbbbbbbbb, , , , UTC, b",
    "0/aaaa000011112222..0/bbbb000011112222, , , ,             UTC,          b",
    "cccc0..,                 ,           ,           ,        UTC,          cde",
    "..bbbb,                  ,           ,           ,        UTC,          ab",
    "bbbb..bbbb,              ,           ,           ,        UTC,          ''",
    "2026-03-02..2026-03-04,  ,           ,           ,        UTC,          bcc",
    "2026-03-02..,            ,           ,           ,        UTC,          bccde",
    "..2026-03-02,            ,           ,           ,        UTC,          a",
    "2026-03-02..dddd,        ,           ,           ,        UTC,          bccd",
    "aaaa..2026-03-03,        ,           ,           ,        UTC,          b",
    "2026-03-02T12:00..2026-03-02T12:01, , , ,                 UTC,          b",
    "2026-03-02 12:00:01..2026-03-04, , , ,                    UTC,          cc",
    "2026-03-02T13:00..2026-03-02T13:01, , , ,                 Europe/Berlin, b",
    "2026-03-02T12:00Z..2026-03-02T12:01Z, , , ,               Europe/Berlin, b",
    ",                        2026-03-02, 2026-03-04, ,        UTC,          bcc",
    ",                        bbbb,       dddd,       ,        UTC,          ccd",
    ",                        2026-03-04, ,           ,        UTC,          de",
    ",                        ,           bbbb,       ,        UTC,          ab",
    ",                        ,           2026-03-02, ,        UTC,          a",
    ",                        bbbb,       ,           ,        UTC,          ccde",
    ",                        ,           ,           2h,      UTC,          e",
    ",                        ,           ,           7d,      UTC,          ccde",
    ",                        ,           ,           2w,      UTC,          abccde",
    ",                        ,           ,           2026-03-04, UTC,       de",
    ",                        ,           ,           today,   UTC,          e",
    ",                        ,           ,           yesterday, UTC,        ''",
    ",                        ,           ,           ,        UTC,          abccde",
  })
  void aWindowHoldsWhatItsEndsSay(
      String range, String from, String to, String since, String zone, String holds) {
    Window window = arguments(range, from, to, since, zone).check().resolve(DAYS);

    assertThat(
            DAYS.stream()
                .filter(place -> window.holds(place.ref(), place.at()))
                .map(place -> place.ref().substring(2, 3))
                .collect(Collectors.joining()))
        .isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // A..B | --from | --to | --since | what to write instead
        "a..b | | | 7d | Give the window once: A..B, --from/--to, or --since.",
        "aaaa..bbbb | aaaa | | | Give the window once: A..B, --from/--to, or --since.",
        " | | 2026-03-01 | 7d | Give the window once: A..B, --from/--to, or --since.",
        "aaaa | | | | 'aaaa' is no window; write 08aac4c62..691cc1899,",
        ".. | | | | '..' is no window; write 08aac4c62..691cc1899,",
        "a..b..c | | | | 'a..b..c' is no window; write",
        "2026-03-04..2026-03-02 | | | | 2026-03-04 does not come before 2026-03-02: turn them round.",
        "2026-03-04..2026-03-04 | | | | 2026-03-04 does not come before 2026-03-04: turn them round.",
        " | 2026-13-01 | | | '2026-13-01' is no date; write 2026-03-01 or 2026-03-01T09:00.",
        " | 2026-02-30 | | | '2026-02-30' is no date;",
        " | 2026-03-01T25:00 | | | '2026-03-01T25:00' is no date;",
        " | | 2026-3-1 | | '2026-3-1' is no date;",
        " | | | ever | 'ever' is no window; windows are 24h, 7d,",
        " | | | 0d | '0d' is no window;",
        " | | | -3d | '-3d' is no window;",
        " | | | 99999d | '99999d' is no window;",
      })
  void whatCannotBeIsSaidBeforeTheArchiveIsRead(
      String range, String from, String to, String since, String message) {
    assertThatThrownBy(arguments(range, from, to, since, "UTC")::check)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ffff..aaaa | | Nothing in this archive is called ffff; write the beginning of a commit's name",
        "aaa..bbbb | | Nothing in this archive is called aaa;",
        "cccc..dddd | | More than one entry of this archive is called cccc: write more of it.",
        "dddd..aaaa | | dddd comes after aaaa in this archive: turn them round.",
        "2026-03-05..aaaa | | 2026-03-05 comes after aaaa in this archive: turn them round.",
        " | 2026-04-01 | The window begins in the future: write",
      })
  void whatTheArchiveDoesNotHaveIsSaid(String range, String from, String message) {
    WindowArguments arguments = arguments(range, from, null, null, "UTC").check();

    assertThatThrownBy(() -> arguments.resolve(DAYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aWindowOfAGitArchiveIsNamedByTheCommitBeforeItAndItsLast() {
    Window window = arguments(null, "2026-03-02", "2026-03-04", null, "UTC").resolve(DAYS);

    assertThat(window.fromName() + " " + window.toName()).isEqualTo("aaaa00001 cccc99991");
  }

  @Test
  void aWindowOfAFileIsNamedByItsTimes() {
    List<ArchiveScan.Place> offsets =
        List.of(place("0", "2026-03-01T12:00:00Z"), place("1818676", "2026-03-02T12:00:00Z"));

    Window window = arguments(null, "2026-03-02", "2026-03-04", null, "UTC").resolve(offsets);

    assertThat(window.fromName() + " to " + window.toName())
        .isEqualTo("2026-03-02 00:00 to 2026-03-04 00:00 UTC");
  }

  @Test
  void placesInAFileAreNotTakenForTheBeginningsOfOthers() {
    List<ArchiveScan.Place> offsets =
        List.of(place("1000", "2026-03-01T12:00:00Z"), place("10005", "2026-03-02T12:00:00Z"));

    assertThat(arguments("1000..", null, null, null, "UTC").resolve(offsets).refs())
        .containsExactly("10005");
  }

  @Test
  void anEmptyArchiveGivesAnEmptyWindow() {
    Window window = arguments(null, null, null, null, "UTC").check().resolve(List.of());

    assertThat(window.from()).isEqualTo(window.to());
  }

  private static WindowArguments arguments(
      String range, String from, String to, String since, String zone) {
    return new WindowArguments(
        Optional.ofNullable(range),
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        Optional.ofNullable(since),
        ZoneId.of(zone),
        NOW);
  }
}
