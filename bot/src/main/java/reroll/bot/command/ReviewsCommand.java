package reroll.bot.command;

import java.util.List;

/** {@code !reviews}: who reviewed what of the newest version of a series. */
final class ReviewsCommand implements Command {
  @Override
  public String name() {
    return "reviews";
  }

  @Override
  public String arguments() {
    return "<series>";
  }

  @Override
  public String summary() {
    return "says who reviewed which patch, and which reviews were carried over or lost";
  }

  @Override
  public List<String> examples() {
    return List.of("!reviews #12", "!reviews page cache");
  }

  @Override
  public Answer answer(Call call) throws CannotDo {
    return Answer.now(ReviewAnswers.reviews(SeriesFinder.one(call).latest(), call.known()));
  }
}
