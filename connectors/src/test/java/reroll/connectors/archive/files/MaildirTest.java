package reroll.connectors.archive.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.NoMail;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;

/** A maildir whose owner reads, moves and deletes mail while the bot reads it too. */
class MaildirTest {
  private static final String A = "1772445601.M1P1.list";
  private static final String B = "1772445602.M9P1.list";
  private static final String C = "1772445602.M10P1.list";

  @TempDir private Path folder;
  private MaildirLab lab;

  @BeforeEach
  void threeMails() throws IOException {
    lab = new MaildirLab(folder);
    lab.deliver(C, "Subject: c\n\n");
    lab.deliver(A, "Subject: a\n\n");
    lab.deliver(B, "Subject: b\n\n");
  }

  @Test
  void mailComesInTheOrderOfDeliveryWhereverItLies() throws Exception {
    move("new/" + A, "cur/" + A + ":2,RS");
    move("new/" + C, "cur/" + C + ":2,");
    lab.deliver("999999999.M1P1.list", "Subject: before\n\n");
    try (ArchiveSource source = lab.open()) {
      assertThat(Walk.through(source).mails())
          .containsExactly(
              "Subject: before\n\n", "Subject: a\n\n", "Subject: b\n\n", "Subject: c\n\n");
    }
  }

  @Test
  void aMailKeepsItsNameWhenItIsMovedAndFlagged() throws Exception {
    try (ArchiveSource source = lab.open()) {
      Walk walk = Walk.through(source);
      move("new/" + A, "cur/" + A + ":2,S");

      assertThat(walk.entries()).extracting(ArchiveEntry::ref).containsExactly(A, B, C);
      assertThat(Walk.text(source.read(A).orElseThrow())).isEqualTo("Subject: a\n\n");
      assertThat(source.read(A + ":2,S")).isEmpty();
      assertThat(Walk.from(walk.end(), source).entries()).isEmpty();
    }
    try (ArchiveSource restarted = lab.open()) {
      Cursor end = Walk.through(restarted).end();
      move("cur/" + A + ":2,S", "cur/" + A + ":2,RS");

      assertThat(Walk.from(end, restarted).entries()).isEmpty();
    }
  }

  @Test
  void aRestartAfterAMoveGoesOnAtThePlace() throws Exception {
    Cursor afterTwo;
    try (ArchiveSource source = lab.open()) {
      afterTwo = source.readAfter(Cursor.START, 2).next();
    }
    move("new/" + A, "cur/" + A + ":2,S");
    move("new/" + C, "cur/" + C + ":2,S");
    try (ArchiveSource restarted = lab.open()) {
      assertThat(Walk.from(afterTwo, restarted).mails()).containsExactly("Subject: c\n\n");
    }
  }

  @Test
  void mailThatIsMovedBetweenListingAndReadingIsFound() throws Exception {
    try (ArchiveSource source = lab.open()) {
      Batch first = source.readAfter(Cursor.START, 1);
      move("new/" + B, "cur/" + B + ":2,S");
      move("new/" + C, "cur/" + C + ":2,FS");

      assertThat(Walk.from(first.next(), source).mails())
          .containsExactly("Subject: b\n\n", "Subject: c\n\n");
    }
  }

  @Test
  void mailThatIsDeletedBetweenListingAndReadingIsNoMailAndComesIfItComesBack() throws Exception {
    try (ArchiveSource source = lab.open()) {
      Batch first = source.readAfter(Cursor.START, 1);
      move("new/" + B, "tmp/" + B);
      Walk walk = Walk.from(first.next(), source);
      move("tmp/" + B, "new/" + B);

      assertThat(walk.others())
          .containsExactly(new NoMail(B, Instant.ofEpochSecond(1_772_445_602)));
      assertThat(walk.mails()).containsExactly("Subject: c\n\n");
      assertThat(Walk.from(walk.end(), source).mails()).containsExactly("Subject: b\n\n");
    }
  }

  @Test
  void deletingWhatWasReadRepeatsNothingWhileTheSourceIsOpen() throws Exception {
    try (ArchiveSource source = lab.open()) {
      Walk walk = Walk.through(source);
      Files.delete(lab.maildir().resolve("new/" + A));
      Files.delete(lab.maildir().resolve("new/" + C));
      Walk quiet = Walk.from(walk.end(), source);
      lab.deliver("1772445700.M1P1.list", "Subject: d\n\n");

      assertThat(quiet.entries()).isEmpty();
      assertThat(Walk.from(quiet.end(), source).mails()).containsExactly("Subject: d\n\n");
    }
  }

  @Test
  void theCursorAfterADeletionIsGoodAfterARestart() throws Exception {
    Cursor end;
    try (ArchiveSource source = lab.open()) {
      Walk walk = Walk.through(source);
      Files.delete(lab.maildir().resolve("new/" + A));
      end = Walk.from(walk.end(), source).end();
    }
    try (ArchiveSource restarted = lab.open()) {
      assertThat(Walk.from(end, restarted).entries()).isEmpty();
    }
  }

  @Test
  void lateMailWithAnOlderNameIsReadOnceWhileTheSourceIsOpen() throws Exception {
    try (ArchiveSource source = lab.open()) {
      Walk walk = Walk.through(source);
      lab.deliver("1772445000.M1P1.slow-host", "Subject: late\n\n");
      Walk late = Walk.from(walk.end(), source);

      assertThat(late.mails()).containsExactly("Subject: late\n\n");
      assertThat(Walk.from(late.end(), source).entries()).isEmpty();
    }
  }

  @Test
  void lateMailWithAnOlderNameIsNotMissedByARestart() throws Exception {
    Cursor end;
    try (ArchiveSource source = lab.open()) {
      end = Walk.through(source).end();
    }
    lab.deliver("1772445000.M1P1.slow-host", "Subject: late\n\n");
    try (ArchiveSource restarted = lab.open()) {
      assertThat(Walk.from(end, restarted).mails())
          .containsExactly(
              "Subject: late\n\n", "Subject: a\n\n", "Subject: b\n\n", "Subject: c\n\n");
    }
  }

  @Test
  void aFileExchangedForAnOlderOneIsNoticedByARestart() throws Exception {
    Cursor end;
    try (ArchiveSource source = lab.open()) {
      end = Walk.through(source).end();
    }
    Files.delete(lab.maildir().resolve("new/" + A));
    lab.deliver("1772445000.M1P1.slow-host", "Subject: late\n\n");
    try (ArchiveSource restarted = lab.open()) {
      assertThat(Walk.from(end, restarted).mails()).contains("Subject: late\n\n");
    }
  }

  @Test
  void whatIsNoMailOfTheFolderIsLeftAlone() throws Exception {
    Files.writeString(lab.maildir().resolve("tmp/1772445000.half"), "Subject: ha");
    Files.writeString(lab.maildir().resolve("new/.nfs0001"), "x");
    Files.writeString(lab.maildir().resolve("dovecot.index"), "x");
    Files.createDirectories(lab.maildir().resolve("cur/1772445000.folder"));
    try (ArchiveSource source = lab.open()) {
      assertThat(Walk.through(source).entries())
          .extracting(ArchiveEntry::ref)
          .containsExactly(A, B, C);
    }
  }

  @Test
  void arrivalIsToldByTheServerElseByTheNameElseByNothing() throws Exception {
    lab.deliver("1772445700.M1P1.list", "Received: by b; Mon, 2 Mar 2026 08:00:00 +0000\n\n");
    lab.deliver("no-number", "Subject: x\n\n");
    try (ArchiveSource source = lab.open()) {
      List<ArchiveEntry> entries = Walk.through(source).entries();

      assertThat(entries.get(0).arrived()).isEqualTo(Instant.ofEpochSecond(1_772_445_601));
      assertThat(entries.get(3).arrived()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
      assertThat(entries.get(4).arrived()).isEqualTo(Instant.EPOCH);
    }
  }

  private void move(String from, String to) throws IOException {
    Files.move(lab.maildir().resolve(from), lab.maildir().resolve(to));
  }
}
