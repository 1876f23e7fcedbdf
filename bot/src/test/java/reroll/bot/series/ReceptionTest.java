package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.bot.mail.Reply;

/** However many answer a revision, what is kept of them is little. */
class ReceptionTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Reception reception = Reception.NONE;

  @Test
  void theFirstReviewersAreKeptAndAllAnswersCounted() {
    for (int i = 0; i < Reception.MAX_REVIEWS + 5; i++) {
      answer("Ann " + i, "Reviewed-by: Ann " + i + " <ann" + i + "@x.example>");
    }
    assertThat(reception.reviewers()).hasSize(Reception.MAX_REVIEWS).startsWith("Ann 0");
    assertThat(reception.answers()).isEqualTo(Reception.MAX_REVIEWS + 5);
  }

  @Test
  void theFirstStatementsThatItWasAppliedAreKept() {
    for (int i = 0; i < Reception.MAX_APPLIED + 5; i++) {
      answer("Ann " + i, "Applied to pond-next, thanks!");
    }
    assertThat(reception.applied()).hasSize(Reception.MAX_APPLIED);
    assertThat(reception.applied().get(0).by().name()).isEqualTo("Ann 0");
  }

  @Test
  void whoReviewsTwiceIsOneReviewer() {
    answer("Ann", "Reviewed-by: Ann <ann@x.example>");
    answer("Ann", "Tested-by: Ann <ann@x.example>");
    assertThat(reception.reviewers()).containsExactly("Ann");
  }

  @Test
  void aMaintainerAppliesWorkOfTheirOwn() {
    String said = "Applied, thanks!\n\n[1/1] pond: weed\n      commit: 0123456789ab";
    reception = reception.with(reply("Ann", "1.2.b4-ty@x.example", said), NOON, true);

    assertThat(reception.applied()).hasSize(1);
  }

  @Test
  void theAuthorsOwnWordsDoNotSayThatItIsApplied() {
    reception = reception.with(reply("Ann", "a@x.example", "Applied your advice."), NOON, true);
    reception = reception.with(reply("Ann", "b@x.example", "Applied, thanks!"), NOON, true);

    assertThat(reception.applied()).isEmpty();
  }

  private void answer(String name, String text) {
    reception = reception.with(reply(name, "a@x.example", text), NOON, false);
  }

  private static Reply reply(String name, String id, String text) {
    String mail =
        "From: "
            + name
            + " <ann@x.example>\nMessage-ID: <"
            + id
            + ">\nSubject: Re: pond\nIn-Reply-To: <p@x>\n\n"
            + text
            + "\n";
    return (Reply) MailReader.read(MailParser.parse(mail.getBytes(StandardCharsets.UTF_8)));
  }
}
