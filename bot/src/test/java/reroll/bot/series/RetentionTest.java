package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import reroll.bot.mail.MessageId;

class RetentionTest {
  private final ListLab lab = new ListLab(100_000, Retention.TWO_YEARS);

  /** So many new series that all of them are looked at once. */
  private void others() {
    for (int i = 0; i < Retention.EVERY; i++) {
      lab.mail("[PATCH] another matter " + i).by(ListLab.BOB).changing(i + 10).send();
    }
  }

  private boolean isStub(String id) {
    return lab.revisionOf(id).isStub();
  }

  @Test
  void ofASeriesThatWasSilentForTwoYearsIsKeptWhatNamesAndLinksIt() {
    String cover = lab.series("PATCH", "pond: be quick", "pond: one", "pond: two");
    lab.pass(731);
    others();
    Revision stub = lab.revisionOf(cover);
    assertThat(stub.isStub()).isTrue();
    assertThat(stub.patches())
        .allSatisfy(patch -> assertThat(patch.mail().sketch().isEmpty()).isTrue());
    assertThat(stub.patches().get(0).mail().files()).containsExactly("pondone.c");
    assertThat(lab.series()).contains("#1 v1(2/2) pond: be quick");
  }

  @Test
  void whatWasHeardOfSinceIsKeptWhole() {
    String answered = lab.patch("[PATCH] pond: answered");
    String silent = lab.patch("[PATCH] pond: silent");
    String followed = lab.patch("[PATCH] pond: followed");
    lab.pass(400);
    lab.mail("Re: [PATCH] pond: answered").by(ListLab.BOB).answering(answered).send();
    lab.mail("[PATCH v2] pond: followed").answering(followed).send();
    lab.pass(400);
    others();
    assertThat(List.of(isStub(answered), isStub(silent), isStub(followed)))
        .containsExactly(false, true, false);
  }

  @Test
  void aVersionThatComesAfterYearsIsLinkedAsIfAllWereKept() {
    ListLab whole = new ListLab();
    for (ListLab each : List.of(lab, whole)) {
      each.series("PATCH", "pond: be quick", "pond: one", "pond: two");
      each.mail("[PATCH v2] pond: take it up").touching("a.c", "b.c").changing(3).send();
      each.pass(731);
      for (int i = 0; i < Retention.EVERY; i++) {
        each.patch("[PATCH] another matter " + i);
      }
      each.restart();
      each.series("PATCH v2", "pond: be quick again", "pond: one", "pond: two");
      each.mail("[PATCH v3] pond: take it up").by(ListLab.BOB).touching("a.c").changing(3).send();
    }
    assertThat(isStub("mail-1@example.org")).isTrue();
    assertThat(lab.series())
        .isEqualTo(whole.series())
        .contains("#1 v1(2/2) v2(2/2) pond: be quick again");
    for (ListLab.Posted mail : lab.posted) {
      String id = mail.facts().id().value();
      assertThat(lab.revisionOf(id).link().map(Link::evidence))
          .isEqualTo(whole.revisionOf(id).link().map(Link::evidence));
    }
  }

  @Test
  void whatComesLateJoinsAStubAndIsOneAsWell() {
    String cover = lab.mail("[PATCH 0/2] pond: be quick").text("Hi.").send();
    lab.mail("[PATCH 1/2] pond: one").answering(cover).send();
    Instant then = lab.posted.get(1).arrival().at().plusSeconds(10);
    lab.pass(731);
    others();
    ListLab late = new ListLab();
    String id = late.mail("[PATCH 2/2] pond: two").id("late@x").answering(cover).send();
    lab.tracker.accept(late.posted.get(0).facts(), new Arrival("sea", "1", then));
    assertThat(lab.series()).contains("#1 v1(2/2) pond: be quick");
    assertThat(lab.tracker.mail(new MessageId(id)).orElseThrow().mail().sketch().isEmpty())
        .isTrue();
    assertThat(lab.revisionOf(cover).keptContent().orElseThrow().isEmpty()).isFalse();
  }

  @Test
  void aPersonCanLinkAStub() {
    String old = lab.patch("[PATCH] pond: be quick");
    lab.pass(731);
    others();
    String now = lab.mail("[PATCH] sea: something else").changing(9).send();
    lab.tracker.rule(
        new Ruling.Follows(new MessageId(now), new MessageId(old), "ann", Instant.EPOCH));
    assertThat(lab.revisionOf(now).series()).isSameAs(lab.revisionOf(old).series());
    lab.restart();
    assertThat(lab.revisionOf(now).series()).isSameAs(lab.revisionOf(old).series());
    assertThat(isStub(old)).isTrue();
    assertThat(isStub(now)).isFalse();
  }
}
