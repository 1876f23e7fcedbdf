package reroll.templates.answer;

import java.util.List;
import reroll.templates.Sample;

/** Every answer, with much and with little to say. */
public final class AnswerSamples {
  private AnswerSamples() {}

  public static List<Sample> all() {
    return List.of(
        new Sample(
            "diff",
            v ->
                new DiffView(
                    v.apply("s12"),
                    v.apply("mm: faster frobs"),
                    v.apply("v2 → v3"),
                    v.apply("1 unchanged, 1 new"),
                    List.of(v.apply("2 was split from 1")),
                    v.apply("1: = 1: mm: frob"),
                    v.apply("reroll-12-v2-v3.txt"))),
        new Sample(
            "diff-short",
            v ->
                new DiffView(
                    v.apply("s12"),
                    v.apply("mm: faster frobs"),
                    v.apply("v2 → v3"),
                    v.apply("1 unchanged"),
                    List.of(),
                    v.apply("1: = 1: mm: frob"),
                    "")),
        new Sample(
            "filter-test",
            v ->
                new FilterTestView(
                    v.apply("author:ann"),
                    v.apply("2026-03-01 to 2026-03-08"),
                    1234,
                    1,
                    v.apply("0.1"),
                    List.of(
                        new FilterTestView.Row(
                            v.apply("s12"),
                            v.apply("v3"),
                            v.apply("mm: faster frobs"),
                            v.apply("https://lists.example/mm/1@x/"),
                            v.apply("Ann Ace"))),
                    2)),
        new Sample(
            "filter-test-nothing",
            v ->
                new FilterTestView(
                    "", v.apply("2026-03-01 to 2026-03-08"), 0, 0, v.apply("0.0"), List.of(), 0)),
        new Sample(
            "following",
            v ->
                new FollowingView(
                    List.of(
                        row(v.apply("s12"), v.apply("v3"), v.apply("mm: faster frobs")),
                        row(v.apply("s7"), "", v.apply("a forgotten series"))),
                    List.of(topic(v.apply("author:ann"), v.apply("no team x"))),
                    List.of(row(v.apply("s9"), v.apply("v1"), v.apply("mm: loud"))))),
        new Sample("following-nothing", v -> new FollowingView(List.of(), List.of(), List.of())),
        new Sample(
            "help",
            v ->
                new HelpView(
                    List.of(
                        new HelpView.Row(v.apply("!digest [WINDOW]"), v.apply("what happened")),
                        new HelpView.Row(v.apply("!series WORDS"), v.apply("find a series"))),
                    List.of(v.apply("!digest 7d"), v.apply("!series `frob`")))),
        new Sample(
            "help-short",
            v ->
                new HelpView(
                    List.of(new HelpView.Row(v.apply("!why"), v.apply("why"))), List.of())),
        new Sample(
            "line", v -> new LineView(v.apply("Followed now:"), v.apply("mm: faster frobs"))),
        new Sample("line-untitled", v -> new LineView(v.apply("Nothing to do."), "")),
        new Sample(
            "lists",
            v ->
                new ListsView(
                    List.of(
                        new ListsView.Row(
                            v.apply("kvm"), v.apply("KVM"), v.apply("https://lists.example/kvm/")),
                        new ListsView.Row(v.apply("mm"), "", "")))),
        new Sample(
            "schedules",
            v ->
                new SchedulesView(
                    List.of(
                        new SchedulesView.Row(
                            v.apply("3"),
                            v.apply("kvm full"),
                            v.apply("weekly monday 09:00 Europe/Berlin"),
                            v.apply("2026-03-16 09:00 Europe/Berlin"),
                            v.apply("@ann:chat.example")),
                        new SchedulesView.Row(
                            v.apply("morning"),
                            v.apply("all"),
                            v.apply("daily 09:00 UTC"),
                            "",
                            "")))),
        new Sample("schedules-none", v -> new SchedulesView(List.of())),
        new Sample(
            "pending",
            v ->
                new PendingView(
                    v.apply("mm"),
                    14,
                    List.of(
                        new PendingView.Row(
                            v.apply("s12"),
                            v.apply("v3"),
                            v.apply("mm: faster frobs"),
                            v.apply("https://lists.example/mm/1@x/"),
                            v.apply("Ann Ace"),
                            v.apply("waits for a review"),
                            v.apply("20 days ago"))),
                    2)),
        new Sample("pending-nothing", v -> new PendingView("", 14, List.of(), 0)),
        new Sample(
            "problem",
            v -> new ProblemView(v.apply("No list is called x."), v.apply("Say !lists."))),
        new Sample("problem-without-advice", v -> new ProblemView(v.apply("That failed."), "")),
        new Sample(
            "reviews",
            v ->
                new ReviewsView(
                    v.apply("s12"),
                    v.apply("mm: faster frobs"),
                    v.apply("v3"),
                    v.apply("v2"),
                    List.of(
                        new ReviewsView.Row(
                            v.apply("1/2 mm: frob"),
                            v.apply("Reviewed-by Ann Ace (carried over)"))),
                    3,
                    List.of(v.apply("Acked-by Bob came to v2, when v3 was out")))),
        new Sample(
            "reviews-none",
            v ->
                new ReviewsView(
                    v.apply("s12"),
                    v.apply("mm: faster frobs"),
                    v.apply("v1"),
                    "",
                    List.of(),
                    0,
                    List.of())),
        new Sample(
            "series",
            v ->
                new SeriesView(
                    v.apply("s12"),
                    v.apply("mm: faster frobs"),
                    v.apply("https://lists.example/mm/1@x/"),
                    v.apply("Ann Ace"),
                    List.of(
                        new SeriesView.Row(
                            v.apply("v2"),
                            v.apply("https://lists.example/mm/2@x/"),
                            v.apply("2026-03-02"),
                            v.apply("3 patches"),
                            v.apply("mm: quicker frobs"),
                            v.apply("reviewed by 2")),
                        new SeriesView.Row(
                            v.apply("v1"), "", v.apply("2026-02-01"), v.apply("1 patch"), "", "")),
                    v.apply("0day ✓ · syzbot ✗ (old, of v1)"))),
        new Sample(
            "series-without-pages",
            v ->
                new SeriesView(v.apply("s1"), v.apply("title"), "", v.apply("Bob"), List.of(), "")),
        new Sample(
            "series-list",
            v ->
                new SeriesListView(
                    v.apply("frob"),
                    12,
                    List.of(
                        new SeriesListView.Row(
                            v.apply("s12"),
                            v.apply("v3"),
                            v.apply("mm: faster frobs"),
                            v.apply("Ann Ace"))))),
        new Sample(
            "state",
            v ->
                new StateView(
                    v.apply("s12"),
                    v.apply("mm: faster frobs"),
                    v.apply("https://lists.example/mm/1@x/"),
                    v.apply("v3"),
                    v.apply("4/8 anew, the rest as in v2"),
                    v.apply("applied"),
                    v.apply("2 Mar 2026"),
                    v.apply("8 days ago"),
                    List.of(v.apply("Ann applied it to mm/next")),
                    v.apply("0day ✗ · syzbot ✓"))),
        new Sample(
            "state-short",
            v ->
                new StateView(
                    v.apply("s12"),
                    v.apply("mm: faster frobs"),
                    "",
                    v.apply("v1"),
                    v.apply("3 patches"),
                    v.apply("waits for a review"),
                    v.apply("2 Mar 2026"),
                    v.apply("8 days ago"),
                    List.of(),
                    "")),
        new Sample(
            "state-undated",
            v ->
                new StateView(
                    v.apply("s12"),
                    v.apply("mm: faster frobs"),
                    "",
                    v.apply("v1"),
                    v.apply("3 patches"),
                    v.apply("waits for a review"),
                    "",
                    v.apply("56 years ago"),
                    List.of(),
                    "")),
        new Sample(
            "status",
            v ->
                new StatusView(
                    List.of(
                        new StatusView.Row(
                            v.apply("kvm"),
                            v.apply("12,345"),
                            v.apply("3"),
                            v.apply("2 minutes ago"),
                            v.apply("1 minute ago"),
                            v.apply("timeout after 30 s"),
                            v.apply("2 hours ago"),
                            true,
                            v.apply("git 0 8cdbd4e0")),
                        new StatusView.Row(
                            v.apply("mm"),
                            v.apply("1"),
                            "",
                            v.apply("today"),
                            v.apply("now"),
                            "",
                            "",
                            false,
                            "")),
                    List.of(
                        new StatusView.Trouble(
                            v.apply("matrix"), v.apply("!room is encrypted; I cannot read there"))),
                    v.apply("1,234"),
                    v.apply("5,678"),
                    1,
                    2,
                    3)),
        new Sample(
            "status-quiet",
            v -> new StatusView(List.of(), List.of(), v.apply("0"), v.apply("0"), 0, 1, 0)),
        new Sample(
            "subscriptions",
            v ->
                new SubscriptionsView(
                    List.of(
                        topic(v.apply("kvm path:virt/**"), ""),
                        new SubscriptionsView.Row(
                            v.apply("mm"), v.apply("2 Mar 2026"), "", true, "")))),
        new Sample("subscriptions-nothing", v -> new SubscriptionsView(List.of())),
        new Sample(
            "why",
            v ->
                new WhyView(
                    v.apply("s12"),
                    v.apply("mm: faster frobs"),
                    List.of(
                        new WhyView.Row(
                            v.apply("v3 follows v2"),
                            v.apply("says the author"),
                            List.of(v.apply("same change-id"), v.apply("link to v2")))),
                    List.of(v.apply("Ann said on 1 Mar 2026 that v3 of #12 is v3")),
                    List.of(v.apply("followed here by Ann")))),
        new Sample(
            "why-alone",
            v -> new WhyView(v.apply("s1"), v.apply("title"), List.of(), List.of(), List.of())),
        new Sample(
            "rulings",
            v ->
                new RulingsView(
                    List.of(
                        new RulingsView.Row(
                            v.apply("v3 of #12 follows v2 of #12"),
                            v.apply("mm: faster frobs"),
                            v.apply("Ann Ace"),
                            "1 Mar 2026",
                            v.apply("!unlink a@b.example"))),
                    2)),
        new Sample("rulings-none", v -> new RulingsView(List.of(), 0)),
        new Sample(
            "series-block",
            v ->
                new SeriesBlockView(
                    "s12",
                    "mm: faster frobs",
                    "Ann Ace",
                    List.of(
                        new SeriesBlockView.Row("v1", "2026-02-01", "1 patch", ""),
                        new SeriesBlockView.Row(
                            "RFC v12.5", "2026-03-02", "3 patches", "follows v1: thread")))));
  }

  private static FollowingView.Row row(String id, String label, String title) {
    return new FollowingView.Row(id, label, title, "@ann:chat.example", "2026-03-01");
  }

  private static SubscriptionsView.Row topic(String words, String problem) {
    return new SubscriptionsView.Row(words, "2026-03-01", "@ann:chat.example", false, problem);
  }
}
