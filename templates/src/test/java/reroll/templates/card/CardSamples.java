package reroll.templates.card;

import java.util.List;
import reroll.templates.Sample;

/** Every card, with much and with little to say. */
public final class CardSamples {
  private CardSamples() {}

  public static List<Sample> all() {
    return List.of(
        new Sample(
            "new-version",
            v ->
                new NewVersionView(
                    v.apply("s12"),
                    v.apply("v3"),
                    v.apply("mm: faster frobs"),
                    v.apply("https://lists.example/mm/1@x/"),
                    v.apply("Ann Ace"),
                    v.apply("mm, kvm"),
                    v.apply("3 patches"),
                    v.apply("4 files, +12 -3"),
                    v.apply("applied"),
                    v.apply("Cleo applied it to mm-next on 3 Mar 2026"),
                    v.apply("v2"),
                    v.apply("https://lists.example/mm/0@x/"),
                    v.apply("1 Mar 2026"),
                    v.apply("- took `frob()` out of the loop\n  (Bob)\n\n- rebased"),
                    List.of(
                        new NewVersionView.Patch(v.apply("1/3 mm: add frob"), v.apply("new")),
                        new NewVersionView.Patch(v.apply("2/3 mm: use frob"), "")),
                    1,
                    v.apply("v2 was reviewed by Bob"),
                    List.of(v.apply("Lost: Tested-by Bob (2/3)"), v.apply("No review yet")),
                    v.apply("lkp ✗"),
                    v.apply("Followed here by @ann"))),
        new Sample(
            "new-version-single",
            v ->
                new NewVersionView(
                    v.apply("s1"),
                    v.apply("v2"),
                    v.apply("one patch"),
                    "",
                    v.apply("Bob"),
                    v.apply("mm"),
                    v.apply("1 patch"),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    List.of(),
                    0,
                    "",
                    List.of(),
                    "",
                    v.apply("Followed here"))),
        new Sample(
            "superseded",
            v ->
                new SupersededView(
                    v.apply("v3"),
                    v.apply("mm: faster frobs"),
                    v.apply("https://lists.example/mm/1@x/"),
                    v.apply("Ann Ace"),
                    v.apply("v4"),
                    v.apply("https://lists.example/mm/2@x/"),
                    v.apply("9 Mar 2026"),
                    v.apply("reviewed by Bob"),
                    v.apply("Followed here by @ann"))),
        new Sample(
            "superseded-bare",
            v ->
                new SupersededView(
                    v.apply("v1"),
                    v.apply("one patch"),
                    "",
                    v.apply("Bob"),
                    v.apply("v2"),
                    "",
                    v.apply("9 Mar 2026"),
                    "",
                    v.apply("Followed here"))),
        new Sample(
            "newer",
            v ->
                new NewerView(
                    v.apply("v4"),
                    v.apply("mm: faster frobs"),
                    v.apply("https://lists.example/mm/2@x/"))),
        new Sample("newer-bare", v -> new NewerView(v.apply("v2"), v.apply("one patch"), "")),
        new Sample(
            "burst",
            v ->
                new BurstView(
                    7,
                    List.of(
                        new BurstView.Row(
                            v.apply("v3"),
                            v.apply("mm: faster frobs"),
                            v.apply("https://lists.example/mm/1@x/"),
                            v.apply("Ann Ace"),
                            v.apply("3 patches"),
                            v.apply("#12"),
                            v.apply("superseded by v4")),
                        new BurstView.Row(
                            v.apply("v2"),
                            v.apply("one patch"),
                            "",
                            v.apply("Bob"),
                            v.apply("1 patch"),
                            v.apply("#13"),
                            "")),
                    5,
                    v.apply("Followed here by @ann"))));
  }
}
