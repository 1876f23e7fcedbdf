package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What replies say about a patch in trailers (PEERS A06). */
class TrailerTest {
  private static List<String> in(String... lines) {
    return Trailer.byLines(String.join("\n", lines)).stream()
        .map(trailer -> trailer.key() + ": " + trailer.value())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Reviewed-by: Ann Alder <ann@alder.example>",
        "Acked-by: Ann Alder <ann@alder.example>",
        "Tested-by: Ann Alder <ann@alder.example> # on a lily pad",
        "Reviewed-by: ann@alder.example",
        "Nacked-by: Ann Alder <ann@alder.example>",
        "Co-developed-by: Ann Alder <ann@alder.example>",
        "Reported-and-tested-by: Ann Alder <ann@alder.example>",
        "Based-on-a-patch-by: Ann Alder <ann@alder.example>",
        "REVIEWED-BY: Ann Alder <ann@alder.example>",
        "Reviewed-By: Jürgen <j@b.example>",
      })
  void aTrailerIsALineOfItsOwn(String line) {
    assertThat(in("Looks good.", "", line)).containsExactly(line);
    assertThat(in(line)).containsExactly(line);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "> Reviewed-by: Ann Alder <ann@alder.example>",
        ">Reviewed-by: Ann Alder <ann@alder.example>",
        "| Reported-by: Ann Alder <ann@alder.example>",
        "With that fixed, Reviewed-by: Ann Alder <ann@alder.example>",
        "You can add my Reviewed-by: line",
        "Reviewed-by:",
        "Reviewed-by : Ann",
        "Reviewed by: Ann Alder",
        "R-b: Ann",
        "Fixes: 0123456789ab (\"frog: jump\")",
        "Link: https://lore.kernel.org/r/a@b",
        "Cc: Ann Alder <ann@alder.example>",
        "The frog was reviewed-by: nobody",
        "By: Ann",
      })
  void otherLinesAreNone(String line) {
    assertThat(in(line)).isEmpty();
  }

  @Test
  void severalTrailersAreReadInTheirOrder() {
    assertThat(
            in(
                "On Monday Ann wrote:",
                "> Signed-off-by: Ann <ann@alder.example>",
                "Tested-by: Bob <bob@birch.example>",
                "Reviewed-by: Bob <bob@birch.example>"))
        .containsExactly(
            "Tested-by: Bob <bob@birch.example>", "Reviewed-by: Bob <bob@birch.example>");
  }

  @Test
  void whatStandsInASignatureSaysNothing() {
    String[] lines = {"Thanks", "-- ", "Reviewed-by: Bob <bob@birch.example>"};

    assertThat(Letter.reply("Re: [PATCH] frog: jump").says(lines).asReply().reviews()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Bob Birch <bob@birch.example>                  | Bob Birch <bob@birch.example>",
        "Bob Birch <bob@birch.example> # patch 3        | Bob Birch <bob@birch.example>",
        "Bob Birch <bob@birch.example> [for the pond]   | Bob Birch <bob@birch.example>",
        "bob@birch.example                              | bob@birch.example",
        "Bob Birch                                      | Bob Birch",
      })
  void aTrailerNamesAPerson(String value, String person) {
    assertThat(new Trailer("Reviewed-by", value).person()).hasToString(person);
  }

  @Test
  void controlCharactersAreDropped() {
    assertThat(in("Reviewed-by: B\u202Eob\u001B <bob@birch.example>"))
        .containsExactly("Reviewed-by: Bob <bob@birch.example>");
  }

  @Test
  void aMailWithTrailersWithoutEndIsReadToTheLimit() {
    String line = "Reviewed-by: Bob <bob@birch.example>\n";

    assertThat(in(line.repeat(10_000))).hasSize(Trailer.MAX_IN_MAIL);
    assertThat(in("Reviewed-by: " + "x".repeat(1 << 20))).isEmpty();
  }
}
