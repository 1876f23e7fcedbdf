package reroll.bot.state;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.bot.command.Answer;
import reroll.bot.command.Call;
import reroll.bot.command.Commands;
import reroll.bot.command.Request;
import reroll.bot.command.SourceHealth;
import reroll.bot.delivery.PostId;
import reroll.bot.follow.Follows;
import reroll.bot.series.Ruling;
import reroll.templates.answer.ProblemView;

/** Carries out what people ask for. State thread only. */
final class Answering {
  private static final Logger log = LoggerFactory.getLogger(Answering.class);

  private final Commands commands = new Commands();
  private final Questions<Comparison> comparisons;
  private final Digesting digesting;
  private final Reloading reloading;
  private final Follows follows;
  private final WantedMail wanted;
  private final SpokenCards cards;
  private final Owing owing;
  private final BiFunction<List<SourceHealth>, String, Call.Knowledge> known;

  /**
   * Makes one.
   *
   * @param known what commands are told, as it is at the moment, for how the reading goes and who
   *     speaks where
   */
  Answering(
      Questions<Comparison> comparisons,
      Digesting digesting,
      Reloading reloading,
      Follows follows,
      WantedMail wanted,
      SpokenCards cards,
      Owing owing,
      BiFunction<List<SourceHealth>, String, Call.Knowledge> known) {
    this.comparisons = comparisons;
    this.digesting = digesting;
    this.reloading = reloading;
    this.follows = follows;
    this.wanted = wanted;
    this.cards = cards;
    this.owing = owing;
    this.known = known;
  }

  void take(Input.Said said) {
    PostId id = said.answer();
    Optional<Request> request = Request.parse(said.text(), said.direct());
    if (request.isPresent() && !isKnown(id)) {
      int followed = follows.all().size();
      List<Ruling> rulings = cards.rulings();
      Answer answer = answer(request.get(), said);
      cards.follow(rulings, said.at());
      wanted.missingOf(follows, followed);
      if (answer instanceof Answer.Comparing what) {
        ask(new Comparison(id, said.channel(), said.root(), said.at(), what));
      } else if (answer instanceof Answer.WithFile file) {
        digesting.ask(
            new DigestFile(
                id,
                said.channel(),
                Optional.of(said.root()),
                said.at(),
                file.order(),
                file.gaps()));
      } else if (answer instanceof Answer.Reloading) {
        reloading.ask(new Reload(id, said.channel(), said.root(), said.at()));
      } else if (answer instanceof Answer.Now now) {
        owing.answer(id, said.channel(), said.root(), now.view(), said.at());
      }
    }
  }

  private boolean isKnown(PostId id) {
    return owing.outbox().knows(id)
        || comparisons.knows(id)
        || digesting.knows(id)
        || reloading.knows(id);
  }

  private Answer answer(Request request, Input.Said said) {
    Optional<Long> below = said.thread().flatMap(root -> cards.below(said.channel(), root));
    Call.Speaker speaker = new Call.Speaker(said.channel(), said.user(), below);
    try {
      return commands.answer(
          new Call(request, speaker, said.at(), known.apply(said.health(), said.channel())));
    } catch (RuntimeException bug) {
      log.error("!{} failed, please report it", request.name(), bug);
      return Answer.now(new ProblemView("That went wrong inside me; my log says more.", ""));
    }
  }

  private void ask(Comparison asked) {
    if (!comparisons.ask(asked)) {
      ProblemView busy = new ProblemView("Too many comparisons wait already; ask again later.", "");
      owing.answer(asked.post(), asked.channel(), asked.root(), busy, asked.at());
    }
  }

  void take(Input.Compared compared) {
    Optional<Comparison> asked = comparisons.take(compared.post());
    asked.ifPresent(who -> owing.outbox().add(ComparisonPost.of(who, compared, owing.templates())));
  }
}
