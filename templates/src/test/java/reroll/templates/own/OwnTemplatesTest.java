package reroll.templates.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.templates.Templates;
import reroll.templates.answer.LineView;

class OwnTemplatesTest {
  private static final String LINE = "answer/line.md.ftl";

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private OwnTemplates read() {
    return OwnTemplates.in(folder);
  }

  @Test
  void everyTemplateOfOursCanBeReplacedAndIsGoodItself() throws IOException {
    Path ours = Path.of("src", "main", "resources", "reroll", "templates");
    try (Stream<Path> files = Files.walk(ours)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = ours.relativize(file).toString();
        write(name, Templates.source(name));
      }
    }
    assertThat(read().problems()).isEmpty();
    assertThat(read().byName().keySet()).containsExactlyElementsOf(OwnTemplates.names());
  }

  @Test
  void oneOfTheUsersTakesThePlaceOfOursAndItsValuesAreEscapedAllTheSame() throws IOException {
    write(LINE, "So: ${sentence}");
    OwnTemplates own = read();
    assertThat(own.problems()).isEmpty();
    assertThat(new Templates(own.byName()).text(new LineView("*a* <@U1>", "")))
        .isEqualTo("So: \\*a\\* \\<\\@U1\\>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "${sentance}                   | answer/line.md.ftl: line 1: The following has evaluated to",
        "So${                          | answer/line.md.ftl: line 1: Unexpected end of file",
        "<#if sentence>x</#if>         | answer/line.md.ftl: line 1: For \"#if\" condition: Expected a",
        "<#macro m><@m/></#macro><@m/> | answer/line.md.ftl: it calls itself without an end",
        "<#list 1.. as x>x</#list>     | answer/line.md.ftl: what it writes has no end",
      })
  void whatDoesNotFitIsSaidWithItsLine(String template, String problem) throws IOException {
    write(LINE, template);
    assertThat(read().problems()).singleElement().asString().startsWith(problem);
  }

  /** Whatever a template tries to reach but its view is refused before the bot starts. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
        "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.io.File\", \"/\")}",
        "${sentence?api.getClass()}",
        "${sentence.getClass().forName(\"java.lang.Runtime\")}",
        "${.data_model.getClass().getClassLoader()}",
        "${.data_model.class.protectionDomain}",
        "${.data_model.class.name}",
        "${.data_model.class}",
        "${.data_model.hashCode()}",
        "<#include \"/etc/passwd\">",
        "<#include \"../../../../../etc/passwd\">",
        "<#import \"file:///etc/passwd\" as x>",
        "<#assign x = \"freemarker.template.utility.JythonRuntime\"?new()>",
      })
  void noTemplateReachesBeyondItsView(String template) throws IOException {
    write(LINE, template);
    assertThat(read().problems()).hasSize(1);
  }

  @Test
  void aTemplateThatGoesRoundForEverKeepsNobodyWaiting() throws IOException {
    write(LINE, "<#list 1.. as x></#list>");
    assertThat(read().problems()).containsExactly(LINE + ": it goes round without an end");
  }

  @Test
  void whatIsNoTemplateIsNamed() throws IOException {
    write("answer/lines.md.ftl", "x");
    write("card/newer.md.ftl", "x".repeat(70_000));
    Files.write(folder.resolve("answer/line.md.ftl"), new byte[] {(byte) 0xC3, 'x'});
    assertThat(read().problems())
        .containsExactly(
            "answer/line.md.ftl is not UTF-8",
            "answer/lines.md.ftl is the name of no template; one is card/newer.md.ftl",
            "card/newer.md.ftl is larger than 64 KiB");
    assertThat(read().byName()).isEqualTo(Map.of());
  }

  @Test
  void aFolderThatIsNotThereIsSaidSo() {
    assertThat(OwnTemplates.in(folder.resolve("none")).problems())
        .containsExactly(folder.resolve("none") + " is no folder that can be read");
  }
}
