package reroll.bot.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import reroll.bot.digest.ClassicDigest;
import reroll.bot.digest.Digest;
import reroll.bot.digest.DigestBuilder;
import reroll.bot.digest.DigestViews;
import reroll.bot.digest.Mailmap;
import reroll.bot.digest.Scope;
import reroll.bot.digest.Window;
import reroll.bot.digest.WindowWords;
import reroll.bot.mail.Mail;
import reroll.bot.mail.MailParser;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.port.ConnectorException;
import reroll.templates.Templates;
import reroll.templates.View;

/** {@code reroll digest}: what happened in an archive in a window. */
@Command(
    name = "digest",
    description = "Prints what happened on a list in a window.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  reroll digest --archive kvm/git/0.git --since 7d",
      "  reroll digest --lore kvm --since 1d",
      "  reroll digest --archive kvm.mbox.gz --from 2026-03-01 --to 2026-03-08",
      "  reroll digest --archive kvm/git/0.git 08aac4c62..691cc1899 --format classic"
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class DigestCli implements Callable<Integer> {
  /** Which of the two text forms. */
  enum Format {
    full,
    classic
  }

  /** So much before the window is read of an archive on the web: what was v1 of its v2. */
  private static final Duration HISTORY = Duration.ofDays(30);

  @Mixin private ArchiveOption archive;

  @Parameters(
      arity = "0..1",
      paramLabel = "A..B",
      description = "the entries after A up to B: commits of the archive, or dates")
  private Optional<String> range;

  @Option(
      names = "--from",
      paramLabel = "A",
      description = "begin after this commit, or at this date")
  private Optional<String> from;

  @Option(names = "--to", paramLabel = "B", description = "end with this commit, or at this date")
  private Optional<String> to;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "from so long ago until now: 24h, 7d, 2w")
  private Optional<String> since;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "as it would have been printed then; now where nothing is said")
  private Optional<String> asOf;

  @Option(
      names = "--format",
      defaultValue = "full",
      paramLabel = "FORMAT",
      description = "full, or classic, the older text form (${DEFAULT-VALUE})")
  private Format format;

  @Option(
      names = "--list-name",
      paramLabel = "NAME",
      description = "what the digest calls the list; the archive's name where nothing is said")
  private Optional<String> listName;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      converter = ZoneReader.class,
      description = "time zone of dates and days, such as Europe/Berlin (${DEFAULT-VALUE})")
  private ZoneId zone;

  @Option(
      names = "--mailmap",
      paramLabel = "FILE",
      description = "a .mailmap with the names and addresses people want to be known by")
  private Optional<Path> mailmap;

  @Option(names = "--robots", description = "count robots and stable reviews in the tables, too")
  private boolean robots;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Clock clock = Clock.systemUTC();
    Instant now = now(clock.instant());
    WindowArguments arguments = new WindowArguments(range, from, to, since, zone, now);
    Mailmap people = mailmap.isPresent() ? read(mailmap.get()) : Mailmap.EMPTY;
    judged(arguments::check);
    Instant start = arguments.begin().orElse(now).minus(HISTORY);
    try (Homes homes = archive.homes(clock);
        ArchiveSource source = archive.open(homes, start)) {
      ArchiveScan scan = ArchiveScan.of(archive.listName(), source, clock, Progress.onTerminal());
      Window window = judged(() -> arguments.resolve(scan.places()));
      spec.commandLine().getOut().print(new Templates().text(view(scan, window, people, source)));
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  /** The moment of which the digest is. */
  private Instant now(Instant present) {
    return asOf.map(
            text ->
                WindowWords.date(text, zone)
                    .filter(moment -> !moment.isAfter(present))
                    .orElseThrow(() -> new ParameterException(spec.commandLine(), notADate(text))))
        .orElse(present);
  }

  private static String notADate(String text) {
    return "--as-of: '" + text + "' is no date of the past; write 2026-03-01 or 2026-03-01T09:00.";
  }

  private static Mailmap read(Path file) throws IOException {
    try {
      return Mailmap.of(Files.readAllLines(file));
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": this is not UTF-8; save it as UTF-8", e);
    }
  }

  /** A window that cannot be is a wrong use of the command. */
  private <T> T judged(Supplier<T> window) {
    try {
      return window.get();
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage());
    }
  }

  private View view(ArchiveScan scan, Window window, Mailmap people, ArchiveSource source)
      throws ConnectorException, InterruptedException {
    String name = listName.orElse(scan.list());
    if (format == Format.classic) {
      return ClassicDigest.view(
          window.fromName(), window.toName(), name, mailsOf(window, scan, source));
    }
    Digest digest =
        new DigestBuilder(Scope.of(scan.list()), window, people, robots)
            .build(scan.tracker().series());
    return DigestViews.full(
        digest, name, mail -> reread(source, mail.arrival().ref()), scan.gaps(window));
  }

  private static List<Mail> mailsOf(Window window, ArchiveScan scan, ArchiveSource source)
      throws ConnectorException, InterruptedException {
    List<Mail> mails = new ArrayList<>();
    for (ArchiveScan.Place place : scan.places()) {
      if (window.holds(place.ref(), place.at())
          && source.read(place.ref()).orElse(null) instanceof RawMail raw) {
        mails.add(MailParser.parse(raw.bytes()));
      }
    }
    return mails;
  }

  /** The text of a mail is not kept; the archive has it. */
  private static Optional<Mail> reread(ArchiveSource source, String ref) {
    try {
      return source
          .read(ref)
          .filter(RawMail.class::isInstance)
          .map(entry -> MailParser.parse(((RawMail) entry).bytes()));
    } catch (ConnectorException gone) {
      return Optional.empty();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
