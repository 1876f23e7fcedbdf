package reroll.templates.own;

import java.util.List;
import reroll.templates.View;
import reroll.templates.answer.DiffView;
import reroll.templates.answer.FilterTestView;
import reroll.templates.answer.FollowingView;
import reroll.templates.answer.HelpView;
import reroll.templates.answer.LineView;
import reroll.templates.answer.ListsView;
import reroll.templates.answer.PendingView;
import reroll.templates.answer.ProblemView;
import reroll.templates.answer.ReviewsView;
import reroll.templates.answer.RulingsView;
import reroll.templates.answer.SchedulesView;
import reroll.templates.answer.SeriesBlockView;
import reroll.templates.answer.SeriesListView;
import reroll.templates.answer.SeriesView;
import reroll.templates.answer.StateView;
import reroll.templates.answer.StatusView;
import reroll.templates.answer.SubscriptionsView;
import reroll.templates.answer.WhyView;
import reroll.templates.card.BurstView;
import reroll.templates.card.NewVersionView;
import reroll.templates.card.NewerView;
import reroll.templates.card.SupersededView;
import reroll.templates.digest.ClassicDigestView;
import reroll.templates.digest.DigestScreenView;
import reroll.templates.digest.FullDigestView;

/** Every kind of view; a new one stands here, too. */
final class Views {
  static final List<Class<? extends View>> ALL =
      List.of(
          DiffView.class,
          FilterTestView.class,
          FollowingView.class,
          HelpView.class,
          LineView.class,
          ListsView.class,
          PendingView.class,
          ProblemView.class,
          ReviewsView.class,
          RulingsView.class,
          SchedulesView.class,
          SeriesBlockView.class,
          SeriesListView.class,
          SeriesView.class,
          StateView.class,
          StatusView.class,
          SubscriptionsView.class,
          WhyView.class,
          BurstView.class,
          NewVersionView.class,
          NewerView.class,
          SupersededView.class,
          ClassicDigestView.class,
          DigestScreenView.class,
          FullDigestView.class);

  private Views() {}
}
