package reroll.bot.compare;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reroll.bot.mail.Mail;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.PatchSubject;

/** Any two mails can be compared as patches. */
public final class CompareFuzz {
  private static final String BETWEEN = "\0";

  private CompareFuzz() {}

  public static List<byte[]> seeds() {
    String patch =
        """
        From: Ann <ann@example.org>
        Subject: [PATCH v2 1/2] pond: drain it

        Why.
        ---
        diff --git a/pond.c b/pond.c
        --- a/pond.c
        +++ b/pond.c
        @@ -1 +1,2 @@ void pond(void)
         water
        +fish
        """;
    return Stream.of(patch + BETWEEN + patch.replace("fish", "carp"), patch + BETWEEN)
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
        .toList();
  }

  public static void fuzzerTestOneInput(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int cut = text.indexOf(BETWEEN);
    String left = cut < 0 ? text : text.substring(0, cut);
    String right = cut < 0 ? text : text.substring(cut + 1);
    ComparisonReport.of(List.of(form(left)), List.of(form(right)), Optional.empty())
        .ifPresent(
            report -> {
              if (report.text().isBlank()) {
                throw new AssertionError("a comparison says nothing");
              }
            });
  }

  private static PatchForm form(String text) {
    Mail mail = MailParser.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    PatchSubject subject =
        PatchSubject.parse(mail.subject())
            .orElseGet(() -> PatchSubject.parse("[PATCH] x").orElseThrow());
    return PatchForm.of(mail, subject, mail.sender());
  }
}
