package reroll.templates.digest;

import java.util.List;
import java.util.function.UnaryOperator;
import reroll.templates.Sample;

/** Every form of the digest, with much and with little to say. */
public final class DigestSamples {
  private DigestSamples() {}

  public static List<Sample> all() {
    return List.of(
        new Sample("screen", DigestSamples::screen),
        new Sample(
            "screen-quiet",
            v ->
                new DigestScreenView(
                    v.apply("mm"),
                    "",
                    v.apply("today"),
                    v.apply("0 patches"),
                    List.of(),
                    "",
                    List.of(),
                    0,
                    List.of(),
                    0,
                    "",
                    List.of(),
                    0,
                    List.of(),
                    0,
                    "",
                    "")),
        new Sample("full", v -> full()),
        new Sample("full-quiet", v -> fullQuiet()),
        new Sample("classic", v -> classic()),
        new Sample(
            "classic-quiet",
            v ->
                new ClassicDigestView(
                    "08aac4c62", "691cc1899", "MM", "", List.of(), List.of(), List.of())));
  }

  private static DigestScreenView screen(UnaryOperator<String> v) {
    return new DigestScreenView(
        v.apply("mm"),
        v.apply("path:mm/** -kind:rfc"),
        v.apply("2026-03-01 to 2026-03-02 UTC"),
        v.apply("12 patches in 3 series"),
        List.of(v.apply("Ann Ace 9"), v.apply("Bob 3")),
        v.apply("not counted: 2 by robots"),
        List.of(row(v, "s1", "https://lists.example/mm/1@x/"), row(v, "s2", "")),
        4,
        List.of(row(v, "", "")),
        1,
        v.apply("1 revision was superseded."),
        List.of(row(v, "s4", "")),
        2,
        List.of(row(v, "s5", "")),
        3,
        v.apply("2 series have waited."),
        v.apply("the archive failed at 09:00"));
  }

  private static DigestScreenView.Row row(UnaryOperator<String> v, String id, String url) {
    return new DigestScreenView.Row(
        v.apply(id), v.apply("mm: faster frobs"), v.apply(url), v.apply("v1, 3 patches, Ann"));
  }

  private static FullDigestView full() {
    return new FullDigestView(
        "08aac4c62",
        "691cc1899",
        "MM",
        "2026-03-01 09:00 to 2026-03-02 09:00 UTC",
        "path:mm/** -kind:rfc",
        "4 patches in 2 series by 2 people from 2 domains",
        List.of(new CountRow(3, "ace.example"), new CountRow(1_000_000, "bob.example")),
        List.of(new CountRow(3, "Ann <ann@ace.example>"), new CountRow(1, "Bob <b@bob.example>")),
        "Not counted above: 2 patches for stable kernels, 1 by robots",
        List.of(
            "[v3] mm: faster frobs (2 patches, Ann) — v2 -> v3", "[v1] other (1 patch, Bob) — new"),
        List.of(
            new FullDigestView.Entry(
                "v2 -> v3",
                "mm: faster frobs",
                "[PATCH v3 0/2] mm: faster frobs",
                "Ann <ann@ace.example>",
                "Relay <relay@list.example>",
                "New in v3:\n - rebased",
                "Frobs were slow.\n\nNow they are not.",
                List.of("  1/2 mm: add frob", "  2/2 mm: use frob (Cleo)"),
                "1 of 2 patches received"),
            new FullDigestView.Entry(
                "New", "other", "[PATCH] other", "Bob <b@bob.example>", "", "", "", List.of(), "")),
        List.of("[v1] old (1 patch, Bob) — applied by Dee to mm-next"),
        List.of("mm fixes for 7.1 (Dee)"),
        List.of("[v1] alone (1 patch, Bob) — 9 days"),
        5,
        List.of("mail 17 could not be read"));
  }

  private static FullDigestView fullQuiet() {
    return new FullDigestView(
        "2026-03-01 09:00",
        "2026-03-02 09:00 UTC",
        "MM",
        "2026-03-01 09:00 to 2026-03-02 09:00 UTC",
        "",
        "no patches",
        List.of(),
        List.of(),
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        List.of());
  }

  private static ClassicDigestView classic() {
    return new ClassicDigestView(
        "08aac4c62",
        "691cc1899",
        "MM",
        "",
        List.of(new CountRow(12, "ace.example"), new CountRow(3, "bob.example")),
        List.of(
            new CountRow(12, "\"Ann\" <ann@ace.example>"), new CountRow(3, "Bob <b@bob.example>")),
        List.of(
            new ClassicDigestView.Entry(
                "",
                " mm: *faster* frobs",
                "[PATCH v2 0/2] mm: *faster* frobs",
                "Ann <a@ace.example>",
                "Frobs <b>were</b> slow.\n\n---\n a.c | 2 +-\n 1 file changed, 1 insertion(+)"),
            new ClassicDigestView.Entry(
                "[PATCH v2 0/2] mm: *faster* frobs",
                " mm: *faster* frobs",
                "[PATCH 0/2] mm: *faster* frobs",
                "",
                "")));
  }
}
