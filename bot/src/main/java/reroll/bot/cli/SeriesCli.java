package reroll.bot.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import reroll.bot.series.Series;
import reroll.bot.series.SeriesViews;
import reroll.connectors.archive.ArchiveSource;
import reroll.templates.Templates;

/** {@code reroll series}: all series of an archive. */
@Command(
    name = "series",
    description = "Lists the series of an archive, their revisions, and what links them.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class SeriesCli implements Callable<Integer> {
  /** How the list is written. */
  enum Format {
    text,
    jsonl
  }

  /** So far back an archive on the web is read; one on this machine is read whole. */
  private static final Duration HISTORY = Duration.ofDays(30);

  @Mixin private ArchiveOption archive;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text, or jsonl: one JSON object a line, for other programs (${DEFAULT-VALUE})")
  private Format format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Clock clock = Clock.systemUTC();
    try (Homes homes = archive.homes(clock);
        ArchiveSource source = archive.open(homes, clock.instant().minus(HISTORY))) {
      ArchiveScan scan = ArchiveScan.of(archive.listName(), source, clock, Progress.onTerminal());
      if (format == Format.jsonl) {
        writeJson(scan, out);
      } else {
        Templates templates = new Templates();
        scan.tracker().series().forEach(s -> out.print(templates.text(SeriesViews.block(s))));
      }
      scan.broken().forEach(spec.commandLine().getErr()::println);
    }
    return 0;
  }

  private static void writeJson(ArchiveScan scan, PrintWriter out) {
    try (SeriesExport export = new SeriesExport(out)) {
      for (Series series : scan.tracker().series()) {
        export.write(series);
      }
    }
  }
}
