package reroll.bot.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.chat.Attachment;

/** Digests of which all is asked for: the mails are read again, and go along as a file. */
class DigestFileTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String WINDOW = "2026-03-02..2026-03-03";

  @TempDir private Path folder;
  private final FakeArchive list = new FakeArchive();
  private final RecordingChat room = new RecordingChat();

  @BeforeEach
  void mailCame() {
    list.deliver(mail("1", "[PATCH] pond: weed", "Weed grows."), NOON);
    list.deliver(mail("2", "[PATCH v2] pond: weed", "Weed grows well."), NOON.plusSeconds(60));
    list.deliver(mail("3", "[PATCH] pond: frogs", "Frogs sing."), NOON.plusSeconds(90));
  }

  @Test
  void allOfItGoesAlongAsAFile() throws Exception {
    assertThat(asked("!digest pond " + WINDOW + " full")).contains("3 patches in 2 series");

    assertThat(room.files())
        .extracting(Attachment::name)
        .containsExactly("pond-2026-03-02-2026-03-03.txt");
    assertThat(room.files().get(0).text())
        .contains(
            "POND mailing list update from 2026-03-02 00:00", "Weed grows well.", "Frogs sing.")
        .doesNotContain("no longer has this mail");
  }

  @Test
  void theOlderFormGoesAlongToo() throws Exception {
    assertThat(asked("!digest pond " + WINDOW + " classic")).contains("3 patches in 2 series");

    assertThat(room.files())
        .extracting(Attachment::name)
        .containsExactly("pond-2026-03-02-2026-03-03-classic.txt");
    assertThat(room.files().get(0).text()).contains("New:  pond: frogs", "Weed grows.");
  }

  @Test
  void aMailThatIsGoneIsNamedInTheFile() throws Exception {
    list.forget();
    asked("!digest pond " + WINDOW + " full");

    assertThat(room.files().get(0).text())
        .contains("New: pond: frogs", "(the archive no longer has this mail)");
  }

  @Test
  void anArchiveThatCannotBeReadLeavesTheScreen() throws Exception {
    list.breakDown("the host is down");

    assertThat(asked("!digest pond " + WINDOW + " full"))
        .contains(
            "3 patches in 2 series", "There is no file\\: the archive says\\: the host is down\\.");
    assertThat(room.files()).isEmpty();
  }

  private String asked(String question) throws Exception {
    return OneQuestion.answered(question, list, room, folder);
  }

  private static String mail(String id, String subject, String text) {
    return """
    From: Ann <ann@example.org>
    Subject: %s
    Message-ID: <%s@x>

    %s
    ---
    diff --git a/pond b/pond
    --- a/pond
    +++ b/pond
    @@ -1,1 +1,2 @@ context
     first
    +%s
    """
        .formatted(subject, id, text, subject);
  }
}
