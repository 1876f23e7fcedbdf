package reroll.bot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import reroll.bot.command.ListInfo;
import reroll.bot.delivery.Post;
import reroll.bot.demo.DemoArchive;
import reroll.bot.run.Rehearsal;
import reroll.bot.state.RealDisk;
import reroll.bot.state.StateSettings;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.templates.own.OwnTemplates;

/** {@code reroll gallery}: every message as every chat shows it. */
@Command(
    name = "gallery",
    description = {
      "Draws every message for every chat from the embedded mailing list: as Matrix and Slack",
      "get it, as they show it, and as a terminal does; index.html shows all of them.",
      "Beside them stand the templates, to be changed and put into a folder of your own."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class GalleryCli implements Callable<Integer> {
  /** Always the same day, so that the files are always the same. */
  private static final Instant DAY = Instant.parse("2026-03-28T12:00:00Z");

  private static final int MAX_MAILS = 10_000;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "the folder for the files, made where it is not there")
  private Path out;

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "templates that take the place of those of the program")
  private Optional<Path> templates;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    OwnTemplates own = templates.map(OwnTemplates::in).orElse(OwnTemplates.NONE);
    if (!own.problems().isEmpty()) {
      throw new ParameterException(spec.commandLine(), String.join("; ", own.problems()));
    }
    GalleryFiles files = new GalleryFiles(scenes(own.byName()));
    files.write(out);
    spec.commandLine().getOut().println(out + ": " + files.all().size() + " files");
    return 0;
  }

  private static Map<String, Post> scenes(Map<String, String> own)
      throws IOException, InterruptedException {
    List<RawMail> mails = DemoArchive.mails(DAY);
    try (ScratchFolder state = ScratchFolder.named("reroll-gallery-");
        Rehearsal rehearsal =
            new Rehearsal(
                state.path(), new RealDisk(), settings(own), mails, mails.get(0).arrived())) {
      return new GalleryPlay(rehearsal, mails).scenes();
    }
  }

  private static StateSettings settings(Map<String, String> own) {
    ListInfo info =
        new ListInfo(
            DemoArchive.LIST, "Harbor", Optional.of("https://lists.harbor.example/harbor-devel/"));
    return new StateSettings(List.of(info), ZoneOffset.UTC, MAX_MAILS, StateSettings.DEFAULT_QUIET)
        .with(own);
  }
}
