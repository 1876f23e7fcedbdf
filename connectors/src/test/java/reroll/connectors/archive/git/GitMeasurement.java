package reroll.connectors.archive.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Delays;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.Walk;
import reroll.connectors.real.PublicInbox;

/**
 * Figures of a poll of a real public-inbox: what it takes where a mail came, and where none did.
 * From delivery to reader it is that much beside the wait for the poll. Run by name with the
 * profile {@code real-servers}: {@code -Dit.test=GitMeasurement}.
 */
@Tag("measurement")
class GitMeasurement {
  private static final Logger log = LoggerFactory.getLogger(GitMeasurement.class);

  private static final int DELIVERIES = 100;

  @TempDir private Path folder;

  @Test
  void aPollWithAndWithoutNewMail() throws Exception {
    long[] with = new long[DELIVERIES];
    long[] without = new long[DELIVERIES];
    try (PublicInbox inbox = PublicInbox.startedIn(folder)) {
      inbox.addList("bots");
      inbox.deliver("bots", mail(0));
      try (ArchiveSource source =
          GitArchive.FACTORY.open(
              new GitArchive.Settings(inbox.url("bots")),
              TestHome.beside(folder.resolve("copies")))) {
        Walk walk = Walk.through(source);
        for (int i = 0; i < DELIVERIES; i++) {
          inbox.deliver("bots", mail(i + 1));
          long begin = System.nanoTime();
          walk = Walk.from(walk.end(), source);
          with[i] = System.nanoTime() - begin;
          assertThat(walk.mails()).hasSize(1);
          begin = System.nanoTime();
          walk = Walk.from(walk.end(), source);
          without[i] = System.nanoTime() - begin;
        }
      }
    }
    log.info("a poll with one new mail: {}", new Delays(with));
    log.info("a poll without new mail: {}", new Delays(without));
  }

  private static String mail(int number) {
    return """
    From: Ann <ann@example.org>
    Subject: mail %1$d
    Message-ID: <%1$d@example.org>
    Date: Mon, 2 Mar 2026 10:00:00 +0000

    text
    """
        .formatted(number);
  }
}
