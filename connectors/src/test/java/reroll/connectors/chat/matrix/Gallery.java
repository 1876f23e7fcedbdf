package reroll.connectors.chat.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import reroll.templates.text.RichText;

/**
 * Writes a page with posts as clients show them, to be looked at in a browser: takes a folder of
 * Markdown, such as the templates' golden files, and the page to write.
 */
final class Gallery {
  private static final String HEAD =
      """
      <!doctype html><meta charset="utf-8"><style>
      body { font: 15px/1.45 Inter, "DejaVu Sans", sans-serif; margin: 12px; color: #1b1d22;
        overflow-wrap: anywhere }
      .post { border-bottom: 1px solid #ddd; padding: 8px 0 }
      .name { color: #888; font-size: 12px }
      pre { background: #f4f6fa; padding: 8px; overflow-x: auto } code { font-size: 13px }
      ul, ol { padding-left: 22px; margin: 6px 0 } p { margin: 6px 0 }
      blockquote { border-left: 2px solid #ccc; margin: 0; padding: 0 10px; color: #555 }
      </style>
      """;

  private Gallery() {}

  public static void main(String[] args) throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
      List<Path> texts =
          files
              .filter(file -> file.toString().endsWith(".md"))
              .filter(file -> !file.toString().contains("hostile"))
              .sorted()
              .toList();
      for (Path text : texts) {
        page.append("<div class=post><div class=name>").append(text.getFileName()).append("</div>");
        for (Layout part : Cutter.parts(RichText.ofMarkdown(Files.readString(text)))) {
          page.append(part.html());
        }
        page.append("</div>\n");
      }
    }
    Files.writeString(Path.of(args[1]), page.toString());
  }
}
