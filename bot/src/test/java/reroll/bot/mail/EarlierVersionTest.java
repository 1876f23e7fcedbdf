package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that authors give to what they sent before (PEERS L16, L17). */
class EarlierVersionTest {
  private static final String URL = "https://lore.kernel.org/r/old@mails.example";

  private static List<String> links(String text) {
    return EarlierVersion.allIn(text).stream()
        .map(link -> link.version().map(v -> v + " ").orElse("") + link.id())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Link to v2: URL",
        "- Link to v2: URL",
        "* link to V2: URL",
        "v2: URL",
        "V2: URL",
        "v2 : URL",
        "v2 - URL",
        "v2 -> URL",
        "v2 @ URL",
        "v2 URL",
        "v2 (URL)",
        "- v2: URL",
        "  • v2: URL",
        "[v2] URL",
        "[v2]: URL",
        "[1] v2: URL",
        "[1] [v2]: URL",
        "v2: <URL>",
        "RFC v2: URL",
        "rfc-v2: URL",
        "v2 RFC: URL",
        "v2 (RFC): URL",
        "Previous v2: URL",
        "Patch v2: URL",
        "PATCH v2: URL",
        "series v2: URL",
        "The previous v2: URL",
        "v2: URL/",
        "v2: URL/T/#u",
        "v2: https://lore.kernel.org/all/old@mails.example/",
        "v2: https://lore.kernel.org/pond/old%40mails.example/",
        "v2: https://patch.msgid.link/old@mails.example",
        "v2: https://lkml.kernel.org/r/old@mails.example",
        "v2: http://lkml.kernel.org/r/old@mails.example",
        "v2: <old@mails.example>",
        "Link to v2:\n URL",
        "v2:\n  URL",
        "Changes in v2:\n- Link: URL",
        "Changes since v2:\n\n- URL",
      })
  void aLinkWithAVersionIsFound(String line) {
    assertThat(links(line.replace("URL", URL))).containsExactly("v2 old@mails.example");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Supersedes: <old@mails.example>",
        "Supersedes: old@mails.example",
        "Supersedes: URL",
        "Obsoletes: <old@mails.example>",
        "Replaces: URL",
        "Previous version: URL",
        "Previous posting: URL",
        "Link to previous version: URL",
        "The previous version was: URL",
        "Last version: URL",
        "Old series: URL",
        "v0: URL",
        "RFC: URL",
        "- RFC: URL",
        "Link to RFC: URL",
      })
  void aLinkWithoutAVersionIsFound(String line) {
    assertThat(links(line.replace("URL", URL))).containsExactly("old@mails.example");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Link: URL",
        "Closes: URL",
        "Reported-by: Ann <ann@alder.example>",
        "Based-on: <old@mails.example>",
        "Depends-on: <old@mails.example>",
        "Superseded-by: <old@mails.example>",
        "prerequisite-change-id: 20260301-frog-1:v2",
        "change-id: 20260301-frog-1@v2",
        "> Link to v2: URL",
        "| v2: URL",
        "+v2: URL",
        "Thanks to Bob for v2, see URL",
        "This goes on top of URL",
        "v2: rebased, see URL",
        "https://lore.kernel.org/r/old@mails.example",
        "[1] URL",
        "v2: https://example.org/page",
        "v2: https://github.example/pond/tree/frog-v2",
        "",
      })
  void otherLinksAreNone(String line) {
    assertThat(links(line.replace("URL", URL))).isEmpty();
  }

  @Test
  void allAreFoundInTheirOrder() {
    assertThat(
            links(
                """
                v3: https://lore.kernel.org/r/c@b
                v2: https://lore.kernel.org/r/b@b
                RFC v1: https://lore.kernel.org/r/a@b
                """))
        .containsExactly("v3 c@b", "v2 b@b", "v1 a@b");
    assertThat(links("v2.1: " + URL)).containsExactly("v2.1 old@mails.example");
  }

  @Test
  void aLabelReachesOneLineFar() {
    assertThat(links("v2:\nrebased\n" + URL)).isEmpty();
    assertThat(links("v2:\n\n" + URL + "\n" + URL)).hasSize(1);
  }

  @Test
  void aBlockOfLinksWithoutEndIsReadToTheLimit() {
    assertThat(links(("v2: " + URL + "\n").repeat(10_000))).hasSize(EarlierVersion.MAX_LINKS);
    assertThat(links("v2: " + "-".repeat(1 << 20) + URL)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "notes: Frogs jump.\\n---\\nv1: https://lore.kernel.org/r/a@b   | a@b",
        "cover: Frogs jump.\\n\\nv1: https://lore.kernel.org/r/a@b      | a@b",
      })
  void notesAndTextAreLookedThrough(String body, String id) {
    Letter letter = Letter.patch("[PATCH v2] frog: jump").says(body.translateEscapes());

    assertThat(letter.asPatch().earlier()).extracting(e -> e.id().value()).containsExactly(id);
  }
}
