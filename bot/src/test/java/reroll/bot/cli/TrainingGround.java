package reroll.bot.cli;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import reroll.bot.demo.DemoArchive;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.git.GitLab;

/**
 * Where the build lets a bot start once, to keep the classes that it needs for those who start
 * later: a list in git, and the state of a bot that has read it. Argument: the folder to make it
 * in.
 */
final class TrainingGround {
  private TrainingGround() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    GitLab list = new GitLab(folder);
    for (RawMail mail : DemoArchive.mails(Clock.systemUTC().instant())) {
      list.deliver(new String(mail.bytes(), StandardCharsets.ISO_8859_1));
    }
    Path config = folder.resolve("reroll.yaml");
    Files.write(
        config,
        List.of(
            "state: ./state",
            "lists:",
            "  " + DemoArchive.LIST + ":",
            "    archive: {type: git, path: ./inbox}"));
    System.setIn(new ByteArrayInputStream("!status\n".getBytes(StandardCharsets.UTF_8)));
    System.exit(CommandLines.execute("run", "--config", config.toString()));
  }
}
