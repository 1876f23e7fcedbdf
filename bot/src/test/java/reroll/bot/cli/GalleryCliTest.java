package reroll.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.golden.Golden;
import reroll.templates.own.OwnTemplates;

class GalleryCliTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Map<String, String> gallery(String name, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("gallery", "--out", folder.resolve(name).toString()));
    words.addAll(List.of(more));
    assertThat(
            CommandLines.execute(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                words.toArray(String[]::new)))
        .as(err.toString())
        .isZero();
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder.resolve(name))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.resolve(name).relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void theFilesAreAlwaysTheSame() throws IOException {
    Map<String, String> first = gallery("one");
    StringBuilder text = new StringBuilder();
    first.forEach(
        (name, content) -> {
          if (name.endsWith(".terminal.txt")) {
            text.append("==== ").append(name).append("\n\n").append(content).append('\n');
          }
        });
    Golden.besides(GalleryCliTest.class).check("gallery.txt", text.toString());
    for (String scene : List.of("v3", "digest")) {
      for (String look : List.of("matrix.html", "matrix.txt", "slack.json", "slack.html")) {
        String name = scene + "." + look;
        Golden.besides(GalleryCliTest.class).check("gallery-" + name, first.get(name));
      }
    }
  }

  /** Each template says its own name, and every name is seen. */
  @Test
  void everyMessageIsInItButThatOfTheCommandLine() throws IOException {
    Path own = folder.resolve("own");
    for (String name : OwnTemplates.names()) {
      Path file = own.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "seen " + name.replace('.', '_').replace('-', '_'));
    }
    String all = String.join("\n", gallery("out", "--templates", own.toString()).values());
    TreeSet<String> seen = new TreeSet<>();
    Pattern.compile("seen ([a-z_/]+)").matcher(all).results().forEach(m -> seen.add(m.group(1)));
    assertThat(OwnTemplates.names())
        .filteredOn(name -> !seen.contains(name.replace('.', '_').replace('-', '_')))
        .containsExactly("answer/series-block.txt.ftl");
  }

  @Test
  void aTemplateThatDoesNotFitIsOneSentence() throws IOException {
    Files.createDirectories(folder.resolve("own/card"));
    Files.writeString(folder.resolve("own/card/newer.md.ftl"), "${nothing}");
    String[] words = {
      "gallery", "--out", folder.toString(), "--templates", folder.resolve("own").toString()
    };
    assertThat(CommandLines.execute(new PrintWriter(out, true), new PrintWriter(err, true), words))
        .isEqualTo(2);
    assertThat(err.toString()).startsWith("reroll: card/newer.md.ftl: line 1: ").hasLineCount(1);
  }
}
