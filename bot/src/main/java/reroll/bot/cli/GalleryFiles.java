package reroll.bot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import reroll.bot.delivery.Post;
import reroll.connectors.Connectors;
import reroll.connectors.chat.Html;
import reroll.connectors.chat.Look;
import reroll.templates.Templates;
import reroll.templates.own.OwnTemplates;
import reroll.templates.text.RichText;

/** The files of a gallery: each message as each chat shows it, and one page with all of them. */
final class GalleryFiles {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><meta charset="utf-8"><title>Reroll: all messages</title>
      <style>
      body { font: 15px/1.4 sans-serif; margin: 2em } h2 { margin-top: 3em }
      .looks { display: flex; gap: 2em; align-items: flex-start }
      .looks > div { flex: 1; min-width: 0; border-left: 3px solid #ccc; padding-left: 1em }
      pre { white-space: pre-wrap; overflow-wrap: anywhere }
      </style>
      """;

  private final Map<String, String> files = new TreeMap<>();
  private final StringBuilder page = new StringBuilder(HEAD);

  GalleryFiles(Map<String, Post> scenes) {
    scenes.forEach(this::add);
    files.put("index.html", page.toString());
    OwnTemplates.names().forEach(name -> files.put("templates/" + name, Templates.source(name)));
  }

  private void add(String scene, Post post) {
    page.append("<h2>").append(scene).append("</h2>\n<div class=\"looks\">\n");
    Connectors.LOOKS.forEach(look -> add(scene, look, post.text()));
    page.append("</div>\n");
    post.file().ifPresent(file -> files.put(scene + ".file.txt", file.text()));
  }

  private void add(String scene, Look look, RichText text) {
    for (Look.Sheet sheet : look.draw(text)) {
      boolean isPage = sheet.end().equals("html");
      String name = scene + "." + look.chat() + "." + sheet.end();
      files.put(name, isPage ? HEAD + sheet.content() + "\n</html>\n" : sheet.content());
      if (isPage || look.draw(text).size() == 1) {
        String content =
            isPage ? sheet.content() : "<pre>" + Html.escaped(sheet.content()) + "</pre>";
        page.append("<div><b>").append(look.chat()).append("</b>");
        page.append(content).append("</div>\n");
      }
    }
  }

  /** By their names. */
  Map<String, String> all() {
    return files;
  }

  void write(Path folder) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
