package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reroll.bot.mail.Addressees;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.PatchSubject;
import reroll.bot.mail.Person;
import reroll.bot.mail.Sketch;
import reroll.bot.mail.Version;

class MailTableTest {
  private static final Person ANN = new Person("Ann Okafor", "ann@example.org");
  private static final Revision OWNER = new Revision(1, Version.FIRST, 1, new Series(1));

  private static TrackedMail mail(int number) {
    PatchMail mail =
        new PatchMail(
            new MessageId(number + "@example.org"),
            List.of(),
            PatchSubject.parse("[PATCH] one").orElseThrow(),
            ANN,
            ANN,
            true,
            List.of(),
            new PatchMail.LineCount(0, 0, 0),
            Sketch.EMPTY,
            Optional.empty(),
            List.of(),
            false,
            Optional.empty(),
            List.of(),
            Addressees.NONE);
    return new TrackedMail(mail, new Arrival("pond", "1", Instant.EPOCH), 1, List.of(), OWNER);
  }

  @Test
  void itHoldsWhatAMapWouldHoldWhateverIsPutAndRemoved() {
    Random random = new Random(8);
    Map<MessageId, TrackedMail> expected = new HashMap<>();
    MailTable table = new MailTable();
    for (int i = 0; i < 20_000; i++) {
      TrackedMail mail = mail(random.nextInt(500));
      if (random.nextInt(5) < 2) {
        expected.remove(mail.id());
        table.remove(mail.id());
      } else {
        expected.put(mail.id(), mail);
        table.put(mail);
      }
      assertThat(table.size()).isEqualTo(expected.size());
      assertThat(table.find(mail.id())).isEqualTo(Optional.ofNullable(expected.get(mail.id())));
    }
    expected.forEach((id, mail) -> assertThat(table.find(id)).containsSame(mail));
  }
}
