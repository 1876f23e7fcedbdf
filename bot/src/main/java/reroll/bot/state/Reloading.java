package reroll.bot.state;

import java.util.List;
import java.util.stream.Collectors;
import reroll.bot.delivery.PostId;
import reroll.templates.View;
import reroll.templates.answer.LineView;
import reroll.templates.answer.ProblemView;

/** Answers those who asked for the configuration to be read again. State thread only. */
final class Reloading {
  /** What a message shows; the log has all of it. */
  private static final int MAX_SHOWN = 10;

  private final Questions<Reload> waiting = new Questions<>(Reload.MAX);
  private final Owing owing;

  Reloading(Owing owing) {
    this.owing = owing;
  }

  Questions<Reload> waiting() {
    return waiting;
  }

  boolean knows(PostId post) {
    return waiting.knows(post);
  }

  void ask(Reload one) {
    if (!waiting.ask(one)) {
      answer(one, new ProblemView("Others wait for that already; ask again later.", ""));
    }
  }

  void take(Input.Reloaded reloaded) {
    View view =
        reloaded.problems().isEmpty()
            ? new LineView("I read the configuration again and work by it.", "")
            : refusal(reloaded.problems());
    reloaded.asked().forEach(post -> waiting.take(post).ifPresent(one -> answer(one, view)));
  }

  private static View refusal(List<String> problems) {
    String shown = problems.stream().limit(MAX_SHOWN).collect(Collectors.joining(" · "));
    int more = problems.size() - MAX_SHOWN;
    return new ProblemView(
        "I stay with the configuration that I had: " + shown,
        more > 0 ? "And " + more + " more, which my log has." : "");
  }

  private void answer(Reload one, View view) {
    owing.answer(one.post(), one.channel(), one.root(), view, one.at());
  }
}
