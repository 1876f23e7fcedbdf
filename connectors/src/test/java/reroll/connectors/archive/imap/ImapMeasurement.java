package reroll.connectors.archive.imap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Delays;
import reroll.connectors.archive.TestHome;
import reroll.connectors.archive.Walk;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.real.PublicInbox;

/**
 * Figures, not tests: nothing is asserted. Run by name with the profile {@code real-servers}:
 * {@code -Dit.test=ImapMeasurement}.
 */
@Tag("measurement")
class ImapMeasurement {
  private static final Logger log = LoggerFactory.getLogger(ImapMeasurement.class);

  private static final int DELIVERIES = 100;

  /** Mails of the large mailbox. */
  private static final int MANY = 200_000;

  @TempDir private Path folder;

  private ImapArchive open(ImapSettings settings) throws ConnectorException {
    return (ImapArchive) new ImapFactory().open(settings, TestHome.beside(folder.resolve("box")));
  }

  private interface Delivery {
    void deliver(String mail) throws Exception;
  }

  @Test
  void fromDeliveryToReaderOnDovecot() throws Exception {
    try (Dovecot dovecot = Dovecot.startedIn(folder);
        ImapArchive source = open(dovecot.settings())) {
      measure("Dovecot", source, dovecot::deliver);
    }
  }

  @Test
  void fromDeliveryToReaderOnPublicInbox() throws Exception {
    try (PublicInbox inbox = PublicInbox.startedIn(folder)) {
      inbox.addList("bots");
      try (ImapArchive source =
          open(TestSettings.anonymous(inbox.imapPort(), "org.example.lists.bots"))) {
        measure("public-inbox-imapd", source, mail -> inbox.deliver("bots", mail));
      }
    }
  }

  /** The time from the return of the delivery; what is read before that counts as nothing. */
  private static void measure(String server, ImapArchive source, Delivery delivery)
      throws Exception {
    long[] nanos = new long[DELIVERIES];
    Walk walk = Walk.through(source);
    for (int i = 0; i < DELIVERIES; i++) {
      int number = i;
      AtomicLong delivered = new AtomicLong();
      Thread sender =
          new Thread(
              () -> {
                try {
                  delivery.deliver(Mails.numbered(number));
                  delivered.set(System.nanoTime());
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              });
      sender.start();
      do {
        source.awaitNews(Duration.ofMinutes(1));
        walk = Walk.from(walk.end(), source);
      } while (walk.entries().isEmpty());
      long read = System.nanoTime();
      sender.join();
      nanos[i] = Math.max(0, read - delivered.get());
    }
    log.info("{}: {}", server, new Delays(nanos));
  }

  @Test
  void aMailboxWithoutAnyMailThatIsMeant() throws Exception {
    try (Dovecot dovecot = Dovecot.startedIn(folder)) {
      for (int i = 0; i < MANY; i++) {
        dovecot.deliver(Mails.numbered(i));
      }
      try (ImapArchive first = open(dovecot.settings())) {
        long begin = System.nanoTime();
        first.probe(); // Dovecot takes the files in
        log.info("Dovecot opens the mailbox in {} ms", (System.nanoTime() - begin) / 1_000_000);
      }
      ImapSettings other = TestSettings.forList(dovecot.settings(), "netdev.example.org", "");
      for (int round = 1; round <= 2; round++) {
        readThrough(round, other);
      }
    }
  }

  private void readThrough(int round, ImapSettings settings) throws Exception {
    try (ImapArchive source = open(settings)) {
      long begin = System.nanoTime();
      long peak = 0;
      int batches = 0;
      Batch batch = source.readAfter(Cursor.START, 256);
      while (batch.more()) {
        batch = source.readAfter(batch.next(), 256);
        Runtime runtime = Runtime.getRuntime();
        peak = Math.max(peak, runtime.totalMemory() - runtime.freeMemory());
        batches++;
      }
      log.info(
          "round {}: {} mails without one that is meant: {} ms in {} batches, heap at most {} MB of"
              + " {} MB, cursor {}",
          round,
          MANY,
          (System.nanoTime() - begin) / 1_000_000,
          batches,
          peak >> 20,
          Runtime.getRuntime().maxMemory() >> 20,
          batch.next().value());
    }
  }
}
