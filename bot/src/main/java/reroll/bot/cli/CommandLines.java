package reroll.bot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import reroll.bot.config.ConfigProblems;
import reroll.bot.words.FileTrouble;
import reroll.bot.words.Nearest;
import reroll.connectors.port.ConnectorException;

/** All commands of the program. A new one is one class and one line here. */
@Command(
    name = "reroll",
    description = "Watches patch mailing lists and tells chats what matters.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
public final class CommandLines implements Runnable {
  private static final List<Map.Entry<String, Class<?>>> ALL =
      List.of(
          Map.entry("demo", DemoCli.class),
          Map.entry("run", RunCli.class),
          Map.entry("digest", DigestCli.class),
          Map.entry("series", SeriesCli.class),
          Map.entry("check", CheckCli.class),
          Map.entry("state", StateCli.class),
          Map.entry("outbox", OutboxCli.class),
          Map.entry("gallery", GalleryCli.class),
          Map.entry("init", InitCli.class));

  @Spec private CommandSpec spec;

  /**
   * Runs the program.
   *
   * @return the exit code: 0 done, 1 failed, 2 called wrongly
   */
  public static int execute(String... args) {
    return execute(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        args);
  }

  static int execute(PrintWriter out, PrintWriter err, String... args) {
    // The log takes as long to make ready as the commands do; nobody waits for both. Whoever asks
    // for it before it is ready is given a stand-in that cannot be told what to do.
    CompletableFuture<Void> log = CompletableFuture.runAsync(LoggerFactory::getILoggerFactory);
    CommandLine line = line(args);
    log.join();
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler(CommandLines::tell);
    line.setParameterExceptionHandler(CommandLines::refuse);
    int code = line.execute(args);
    line.getOut().flush();
    return code;
  }

  /** Where one is named, no start has to wait until it is known what all the others take. */
  static CommandLine line(String... args) {
    CommandLine line = new CommandLine(new CommandLines());
    List<Map.Entry<String, Class<?>>> named =
        ALL.stream().filter(each -> args.length > 0 && each.getKey().equals(args[0])).toList();
    (named.isEmpty() ? ALL : named)
        .forEach(each -> line.addSubcommand(each.getKey(), each.getValue()));
    return line;
  }

  /** A failure at the edge is one sentence; anything else is a bug and shows where. */
  private static int tell(Exception failure, CommandLine line, CommandLine.ParseResult ignored)
      throws Exception {
    if (failure instanceof IOException trouble) {
      line.getErr().println("reroll: " + FileTrouble.of(trouble));
      return 1;
    }
    if (failure instanceof ConnectorException) {
      line.getErr().println("reroll: " + failure.getMessage());
      return 1;
    }
    if (failure instanceof ConfigProblems wrong) {
      wrong.problems().forEach(line.getErr()::println);
      return line.getCommandSpec().exitCodeOnInvalidInput();
    }
    throw failure;
  }

  /** One line: what is wrong and where to read on; not the whole help. */
  private static int refuse(ParameterException wrong, String... ignored) {
    CommandLine line = wrong.getCommandLine();
    String what =
        sentence(wrong).strip().replaceFirst("^Error: ", "").replaceAll("\\s*\\R\\s*", " ");
    String help = "'" + line.getCommandSpec().qualifiedName() + " --help' says more.";
    line.getErr().println("reroll: " + what + (what.matches(".*[.?]") ? " " : ". ") + help);
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static String sentence(ParameterException wrong) {
    Set<String> commands = wrong.getCommandLine().getSubcommands().keySet();
    if (wrong instanceof UnmatchedArgumentException unmatched && !commands.isEmpty()) {
      String said = unmatched.getUnmatched().get(0);
      return "There is no command '"
          + said
          + "'"
          + Nearest.of(said, commands).map(name -> "; did you mean " + name + "?").orElse(".");
    }
    return wrong.getMessage();
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
