package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SharingTest {
  private final Sharing sharing = new Sharing();

  private static PatchMail patch(int number) {
    String mail =
        """
        From: Ann Okafor <ann@example.org>
        To: list@example.org, bob@example.org
        Message-ID: <%d@example.org>
        In-Reply-To: <0@example.org>
        Subject: [PATCH pond v2 %d/3] part %d

        Reviewed-by: Bob <bob@example.org>
        ---
        diff --git a/src/part.c b/src/part.c
        --- a/src/part.c
        +++ b/src/part.c
        @@ -1 +1 @@
        -one
        +two
        """
            .formatted(number, number, number);
    return (PatchMail) MailReader.read(MailParser.parse(mail.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatTwoMailsHaveInCommonIsKeptOnce() {
    PatchMail first = sharing.of(patch(1));
    PatchMail second = sharing.of(patch(2));
    assertThat(second).isEqualTo(patch(2));
    assertThat(second.author()).isSameAs(first.author());
    assertThat(second.parents()).isSameAs(first.parents());
    assertThat(second.files()).isSameAs(first.files());
    assertThat(second.reviews()).isSameAs(first.reviews());
    assertThat(second.lines()).isSameAs(first.lines());
    assertThat(second.sketch()).isSameAs(first.sketch());
    assertThat(second.addressees()).isSameAs(first.addressees());
    assertThat(second.subject().tags()).isSameAs(first.subject().tags());
    assertThat(second.version()).isSameAs(first.version());
  }

  @Test
  void aParentIsTheIdOfTheMailThatItNames() {
    PatchMail child = sharing.of(patch(1));
    assertThat(sharing.of(patch(0)).id()).isSameAs(child.parents().get(0));
  }

  @Test
  void whatWasNotAskedForLongIsForgotten() {
    Person ann = new Person("Ann", "ann@example.org");
    sharing.one(ann);
    for (int i = 0; i < 3 * Sharing.GENERATION; i++) {
      sharing.one("word " + i);
      assertThat(sharing.size()).isLessThanOrEqualTo(2 * Sharing.GENERATION);
    }
    Person again = new Person("Ann", "ann@example.org");
    assertThat(sharing.one(again)).isSameAs(again);
  }

  @Test
  void whatIsAskedForNowAndThenIsKept() {
    String name = sharing.one("kept" + 1);
    for (int i = 0; i < 3 * Sharing.GENERATION; i++) {
      sharing.one("word " + i);
      if (i % 1_000 == 0) {
        assertThat(sharing.one("kept" + 1)).isSameAs(name);
      }
    }
  }
}
