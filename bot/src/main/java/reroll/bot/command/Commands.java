package reroll.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import reroll.bot.words.Nearest;
import reroll.templates.View;
import reroll.templates.answer.ProblemView;

/** Everything that people can say to the bot. A new command is one class and one line here. */
public final class Commands {
  private static final List<Command> ALL =
      List.of(
          new DigestCommand(),
          new SeriesCommand(),
          new DiffCommand(),
          new ReviewsCommand(),
          new StateCommand(),
          new PendingCommand(),
          new WhyCommand(),
          new LinkCommand(),
          new UnlinkCommand(),
          new VersionCommand(),
          new LinksCommand(),
          new FollowCommand(),
          new UnfollowCommand(),
          new FollowingCommand(),
          new MuteCommand(),
          new UnmuteCommand(),
          new SubscribeCommand(),
          new UnsubscribeCommand(),
          new SubscriptionsCommand(),
          new FilterCommand(),
          new ScheduleCommand(),
          new SchedulesCommand(),
          new UnscheduleCommand(),
          new ListsCommand(),
          new StatusCommand(),
          new ReloadCommand());

  private final List<Command> all;
  private final Map<String, Command> byName;

  public Commands() {
    List<Command> withHelp = new ArrayList<>(ALL);
    withHelp.add(new HelpCommand(withHelp));
    all = List.copyOf(withHelp);
    // Throws on a name that is given twice.
    byName = all.stream().collect(Collectors.toUnmodifiableMap(Command::name, Function.identity()));
  }

  /** Words that begin a command, for completion. */
  public List<String> words() {
    return all.stream().map(command -> Request.PREFIX + command.name()).toList();
  }

  /** Carries out what was said; a command that does not exist or fit is answered with one line. */
  public Answer answer(Call call) {
    Command command = byName.get(call.request().name());
    if (command == null) {
      return Answer.now(unknown(call.request()));
    }
    if (!call.may(command.right())) {
      return Answer.now(refusal(command, call));
    }
    try {
      return command.answer(call);
    } catch (CannotDo e) {
      return Answer.now(
          e.answer().orElseGet(() -> new ProblemView(e.getMessage(), "Usage: " + command.usage())));
    }
  }

  private static View refusal(Command command, Call call) {
    String role = call.known().roles().neededFor(command.right()).word();
    return new ProblemView(
        "Not everyone may say "
            + Request.PREFIX
            + command.name()
            + " here: it needs the role "
            + role
            + ".",
        "Whoever runs the bot gives it, in the configuration.");
  }

  private View unknown(Request request) {
    String nearest =
        Nearest.of(request.name(), byName.keySet())
            .map(name -> "Did you mean " + byName.get(name).usage() + "?")
            .orElse("Say !help for what I know.");
    return new ProblemView("There is no command " + Request.PREFIX + request.name() + ".", nearest);
  }
}
