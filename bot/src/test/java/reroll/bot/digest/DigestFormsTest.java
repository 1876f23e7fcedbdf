package reroll.bot.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reroll.golden.Golden;
import reroll.templates.Templates;

/** A week of a list in the three forms of the digest. */
class DigestFormsTest {
  private final Golden golden = Golden.besides(DigestFormsTest.class);
  private final Templates templates = new Templates();

  @Test
  void inTheClassicForm() {
    golden.check("classic.txt", classic());
  }

  @Test
  void inFull() {
    golden.check("full.txt", full());
  }

  @Test
  void onOneScreen() {
    golden.check("screen.md", screen());
  }

  @Test
  void theSameWindowGivesTheSameText() {
    assertThat(classic()).isEqualTo(classic());
    assertThat(full()).isEqualTo(full());
    assertThat(screen()).isEqualTo(screen());
  }

  @Test
  void noFormDrivesATerminalOrTurnsALineRound() {
    assertThat(full() + screen() + classic())
        .contains("txet")
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n\t]]");
  }

  @Test
  void aMailThatTheArchiveHasLostIsSaidToBeGone() {
    String text =
        templates.text(
            DigestViews.full(
                PondMails.digest(PondMails.WEEK), "pond", mail -> Optional.empty(), List.of()));

    assertThat(text)
        .contains("[PATCH v2] reed: bend in the wind", "(the archive no longer has this mail)");
  }

  @Test
  void aGapIsToldInEveryFormThatCanTellIt() {
    Digest digest = PondMails.digest(PondMails.WEEK);

    assertThat(
            templates.text(
                DigestViews.full(digest, "pond", PondMails::reread, List.of("mail 7 is lost"))))
        .contains("Incomplete: mail 7 is lost");
    assertThat(templates.text(DigestViews.screen(digest, mail -> "", "the archive is away")))
        .contains("**Incomplete:** the archive is away");
  }

  private String classic() {
    return templates.text(
        ClassicDigest.view("08aac4c62", "691cc1899", "pond", PondMails.inside(PondMails.WEEK)));
  }

  private String full() {
    return templates.text(
        DigestViews.full(PondMails.digest(PondMails.WEEK), "pond", PondMails::reread, List.of()));
  }

  private String screen() {
    return templates.text(
        DigestViews.screen(
            PondMails.digest(PondMails.WEEK),
            mail -> "https://lists.example/pond/" + mail.id().value() + "/",
            ""));
  }
}
