package reroll.bot.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import reroll.bot.config.ConfigSample;

/** {@code reroll init}: a first configuration file. */
@Command(
    name = "init",
    description = {
      "Asks a few questions and writes a configuration file in which every key is explained.",
      "Never writes over a file."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class InitCli implements Callable<Integer> {
  private static final String TERMINAL = "terminal";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  /** An inbox, with its name at the end. */
  private static final Pattern INBOX =
      Pattern.compile("https?://[^/\\s\"#]+(?:/[^/\\s\"#]+)*/(" + NAME.pattern() + ")/?");

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "reroll.yaml",
      description = "the file to write; ${DEFAULT-VALUE} where none is named")
  private Path file;

  @Spec private CommandSpec spec;

  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  @Override
  public Integer call() throws IOException {
    if (Files.exists(file)) {
      throw new IOException(file + " is there already; name another");
    }
    URI inbox =
        ask(
            "A list on lore.kernel.org, such as kvm, or the address of a public-inbox",
            "kvm",
            this::inbox);
    String chat =
        ask(
            "Where it talks: " + TERMINAL + ", " + String.join(", ", ConfigSample.chats()),
            TERMINAL,
            this::chat);
    ZoneId zone = ask("The time zone of days", ZoneId.systemDefault().getId(), this::zone);
    String state = ask("The folder for what it must not lose", "./state", this::state);
    Matcher name = INBOX.matcher(inbox.toString());
    ConfigSample.Wanted wanted =
        new ConfigSample.Wanted(
            state,
            zone,
            name.matches() ? name.group(1) : "list",
            inbox,
            Optional.of(chat).filter(word -> !word.equals(TERMINAL)));
    Files.writeString(file, ConfigSample.of(wanted), StandardOpenOption.CREATE_NEW);
    out()
        .println("Written: " + file + ". Look through it, then say: reroll check --config " + file);
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** What somebody answered, as it is meant; empty where it does not fit. */
  private interface Reading<T> {
    Optional<T> of(String answer);
  }

  /** Asks until the answer fits; nothing, or no answer any more, is the one that is offered. */
  private <T> T ask(String question, String offered, Reading<T> reading) throws IOException {
    while (true) {
      out().print(question + " [" + offered + "]: ");
      out().flush();
      Optional<String> line = Optional.ofNullable(in.readLine());
      String answer = line.map(String::strip).filter(said -> !said.isEmpty()).orElse(offered);
      Optional<T> value = reading.of(answer);
      if (value.isPresent()) {
        return value.get();
      }
      out().println("That does not fit: " + answer);
    }
  }

  private Optional<URI> inbox(String answer) {
    if (NAME.matcher(answer).matches()) {
      return Optional.of(URI.create("https://lore.kernel.org/" + answer + "/"));
    }
    return INBOX.matcher(answer).matches()
        ? Optional.of(URI.create(answer.endsWith("/") ? answer : answer + "/"))
        : Optional.empty();
  }

  private Optional<String> chat(String answer) {
    return Optional.of(answer)
        .filter(word -> word.equals(TERMINAL) || ConfigSample.chats().contains(word));
  }

  private Optional<ZoneId> zone(String answer) {
    try {
      return Optional.of(ZoneId.of(answer));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What stands in the file without quotes. */
  private Optional<String> state(String answer) {
    return Optional.of(answer).filter(path -> path.matches("[\\w./][\\w./ -]*[\\w./]|[\\w.]"));
  }
}
