package reroll.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reroll.golden.Golden;
import reroll.templates.answer.AnswerSamples;
import reroll.templates.card.CardSamples;
import reroll.templates.digest.DigestSamples;

/** Every view as readers see it: with good values, and with the worst ones. */
class ViewsTest {
  private final Templates templates = new Templates();

  static List<Sample> all() {
    return Stream.of(AnswerSamples.all(), CardSamples.all(), DigestSamples.all())
        .flatMap(List::stream)
        .toList();
  }

  static List<Sample> markdown() {
    return all().stream().filter(Sample::isMarkdown).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void looksLikeThis(Sample sample) {
    goldenOf(sample).check(sample.name() + extension(sample), templates.text(sample.plain()));
  }

  @ParameterizedTest
  @MethodSource("markdown")
  void hostileValuesStandEscaped(Sample sample) {
    goldenOf(sample).check(sample.name() + "-hostile.md", templates.text(sample.hostile()));
  }

  /** The same blocks, emphasis and links, whatever the values: nothing in them became markup. */
  @ParameterizedTest
  @MethodSource("markdown")
  void noValueChangesTheShapeOfAMessage(Sample sample) {
    assertThat(Shape.of(templates.richText(sample.hostile())))
        .isEqualTo(Shape.of(templates.richText(sample.plain())));
  }

  @ParameterizedTest
  @MethodSource("markdown")
  void noUnseenCharacterOfAValueIsShown(Sample sample) {
    assertThat(templates.richText(sample.hostile()).markdown())
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
  }

  @Test
  void everyTemplateIsShownHere() throws IOException {
    Path folder = Path.of("src", "main", "resources", "reroll", "templates");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(folder::relativize).map(Path::toString))
          .hasSameElementsAs(all().stream().map(sample -> sample.plain().template()).toList());
    }
  }

  private static Golden goldenOf(Sample sample) {
    return Golden.besides(sample.plain().getClass());
  }

  private static String extension(Sample sample) {
    return sample.isMarkdown() ? ".md" : ".txt";
  }
}
