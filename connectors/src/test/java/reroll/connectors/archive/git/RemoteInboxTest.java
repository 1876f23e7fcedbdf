package reroll.connectors.archive.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;
import reroll.connectors.net.CuttingProxy;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** An inbox on a server: what is asked of it, what is copied, and what a broken line costs. */
class RemoteInboxTest extends AtRemoteInbox {
  /** The lab's first mail is of 10:01, the second of 10:02 and so on. */
  private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void aLookThatFindsNothingNewAsksForTheManifestOnly() throws Exception {
    deliver("a");
    try (ArchiveSource source = lab.open()) {
      Cursor end = Walk.through(source).end();
      lab.takeRequests();

      assertThat(source.readAfter(end, 10).entries()).isEmpty();
      assertThat(lab.takeRequests()).containsExactly("GET /list/manifest.js.gz");
    }
  }

  @Test
  void onlyTheEpochThatMovedIsFetched() throws Exception {
    deliver("a");
    lab.lab().startEpoch(1);
    deliver("b");
    try (ArchiveSource source = lab.open()) {
      Cursor end = Walk.through(source).end();
      lab.takeRequests();
      deliver("c");

      assertThat(Walk.from(end, source).mails()).containsExactly("c");
      assertThat(lab.takeRequests()).noneMatch(request -> request.contains("/0.git"));
    }
  }

  @Test
  void epochsThatCameDuringAnOutageAreReadInTheirTurnAfterTheOldOne() throws Exception {
    deliver("a");
    try (ArchiveSource source = lab.open()) {
      Cursor end = Walk.through(source).end();
      deliver("b", "c");
      for (int epoch = 1; epoch <= 3; epoch++) {
        lab.lab().startEpoch(epoch);
        deliver("first of " + epoch, "second of " + epoch);
      }

      assertThat(Walk.from(end, source, 1).mails())
          .containsExactly(
              "b",
              "c",
              "first of 1",
              "second of 1",
              "first of 2",
              "second of 2",
              "first of 3",
              "second of 3");
    }
  }

  @Test
  void aMirrorThatLacksOldEpochsGivesTheOthers() throws Exception {
    deliver("a");
    lab.lab().startEpoch(1);
    deliver("b");
    lab.hideEpochs("0");

    try (ArchiveSource source = lab.open()) {
      assertThat(Walk.through(source).mails()).containsExactly("b");
    }
  }

  @Test
  void anInboxWithoutMailGivesNothingUntilSomeComes() throws Exception {
    try (ArchiveSource source = lab.open()) {
      Cursor end = Walk.through(source).end();
      deliver("a");
      assertThat(Walk.from(end, source).mails()).containsExactly("a");
    }
  }

  @Test
  void theFirstReadingReachesBackToItsStartAndALittleFurther() throws Exception {
    List<String> mails = deliverMany(160);
    try (ArchiveSource source = lab.open(since(141))) {
      List<String> read = Walk.through(source).mails();

      assertThat(read).endsWith(mails.get(159)).contains(mails.get(140));
      assertThat(read).hasSizeBetween(120, 121);
    }
  }

  @Test
  void oneOldDateHidesNoMailBeforeIt() throws Exception {
    deliverMany(110);
    List<String> wanted = List.of(deliver("wanted 1"), deliver("wanted 2"));
    lab.lab().commitDated("of an old clock", Instant.parse("2001-01-01T00:00:00Z"));
    deliver("newest");

    try (ArchiveSource source = lab.open(since(111))) {
      assertThat(Walk.through(source).mails()).containsAll(wanted).endsWith("newest");
    }
  }

  @Test
  void whereNothingIsNewEnoughTheFirstReadingKnowsThePlaceAllTheSame() throws Exception {
    deliverMany(110);
    try (ArchiveSource source = lab.open(Optional.of(Instant.parse("2026-05-01T00:00:00Z")))) {
      Walk first = Walk.through(source);
      assertThat(first.mails()).hasSizeBetween(1, 101);
      deliver("new");
      assertThat(Walk.from(first.end(), source).mails()).containsExactly("new");
    }
  }

  @Test
  void aStartOfNowCopiesTheNewestMailAlone() throws Exception {
    deliverMany(5);
    try (ArchiveSource source = lab.open(Optional.of(Instant.parse("9999-01-01T00:00:00Z")))) {
      assertThat(Walk.through(source).mails()).containsExactly("mail 4");
    }
  }

  @Test
  void onlyEpochsThatReachIntoTheStartAreCopied() throws Exception {
    deliverMany(10);
    lab.lab().startEpoch(1);
    deliverMany(10);
    lab.lab().startEpoch(2);
    deliverMany(10);

    try (ArchiveSource source = lab.open(since(15))) {
      Walk.through(source);
      assertThat(copies()).containsExactly("1.git", "2.git");
    }
  }

  @Test
  void anOutageLongerThanTheFirstReadingLosesNothing() throws Exception {
    deliverMany(120);
    Cursor end;
    try (ArchiveSource source = lab.open(since(118))) {
      end = Walk.through(source).end();
    }
    List<String> meanwhile = deliverMany(130);
    try (ArchiveSource source = lab.open(since(245))) {
      assertThat(Walk.from(end, source).mails()).isEqualTo(meanwhile);
    }
  }

  @Test
  void copiesThatWereThrownAwayAreFetchedAgainFromThePlaceOn() throws Exception {
    deliverMany(20);
    Cursor end;
    try (ArchiveSource source = lab.open()) {
      end = Walk.through(source).end();
    }
    List<String> meanwhile = deliverMany(230);
    Files.move(lab.copies(), folder.resolve("gone"));
    try (ArchiveSource source = lab.open(since(249))) {
      assertThat(Walk.from(end, source).mails()).isEqualTo(meanwhile);
    }
  }

  @Test
  void aRewrittenHistoryGivesNoMailAgainAndTheRemovedTextLeavesTheCopy() throws Exception {
    deliver("a");
    ObjectId base = lab.lab().head().orElseThrow();
    ObjectId purged = lab.lab().commit("m", "to be purged".getBytes(StandardCharsets.UTF_8));
    deliver("b", "c");
    try (ArchiveSource source = lab.open()) {
      Walk first = Walk.through(source);
      String ref = first.entries().get(1).ref();
      assertThat(first.mails()).containsExactly("a", "to be purged", "b", "c");

      lab.lab().rewrite(Optional.of(base), List.of("", "b", "c", "d"));

      assertThat(Walk.from(first.end(), source).mails()).containsExactly("d");
      assertThat(source.read(ref)).as("%s", purged).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 700, 3_000, 10_000})
  void aLineThatIsCutCostsARepeatOnly(int bytes) throws Exception {
    List<String> mails = deliverMany(100);
    try (CuttingProxy proxy = CuttingProxy.before(lab.port());
        ArchiveSource source = open(proxy.through(lab.url()))) {
      proxy.cutAfter(bytes);
      ConnectorException failure =
          catchThrowableOfType(ConnectorException.class, () -> source.readAfter(Cursor.START, 10));
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(Walk.through(source).mails()).isEqualTo(mails);

      Cursor end = Walk.through(source).end();
      List<String> more = deliverMany(100);
      proxy.cutAfter(bytes);
      assertThat(walkAgain(end, source).mails()).isEqualTo(more);
    }
  }

  @Test
  void whatAKilledProcessLeftBehindIsNoHindrance() throws Exception {
    deliver("a");
    Cursor end;
    try (ArchiveSource source = lab.open()) {
      end = Walk.through(source).end();
    }
    Path copy = lab.copies().resolve("git/0.git");
    for (String left :
        List.of(
            "refs/heads/master.lock",
            "HEAD.lock",
            "shallow.lock",
            "FETCH_HEAD.lock",
            "config.lock",
            "packed-refs.lock",
            "gc.pid",
            "objects/incoming_1.pack",
            "objects/pack/pack-1111111111111111111111111111111111111111.pack")) {
      Files.writeString(copy.resolve(left), "x");
    }
    Files.createDirectories(lab.copies().resolve("git/1.git.part/objects"));
    deliver("b");
    lab.lab().startEpoch(1);
    deliver("c");

    try (ArchiveSource source = lab.open()) {
      assertThat(Walk.from(end, source).mails()).containsExactly("b", "c");
    }
    assertThat(copies()).containsExactly("0.git", "1.git");
  }

  @Test
  void aCopyIsReadByOneAtATime() throws Exception {
    deliver("a");
    try (ArchiveSource source = lab.open();
        ArchiveSource second = lab.open()) {
      Walk.through(source);
      assertThat(catchThrowableOfType(ConnectorException.class, () -> Walk.through(second)))
          .hasMessageEndingWith("another process reads this list there");
    }
  }

  @Test
  void manySmallFetchesLeaveFewPacks() throws Exception {
    try (ArchiveSource source = lab.open()) {
      Cursor end = Cursor.START;
      for (int i = 0; i < CopyPacks.MAX_SMALL + 5; i++) {
        deliver("mail " + i);
        Walk walk = Walk.from(end, source);
        assertThat(walk.mails()).containsExactly("mail " + i);
        end = walk.end();
      }
    }
    try (Stream<Path> packs = Files.list(lab.copies().resolve("git/0.git/objects/pack"))) {
      assertThat(packs.filter(pack -> pack.toString().endsWith(".pack")).count())
          .isLessThanOrEqualTo(6);
    }
  }

  /** Walks; tries once more after a failure, as a cut at the very beginning may cost none. */
  private static Walk walkAgain(Cursor from, ArchiveSource source) throws Exception {
    try {
      return Walk.from(from, source);
    } catch (ConnectorException cut) {
      assertThat(cut.outcome()).isEqualTo(Outcome.NOT_SENT);
      return Walk.from(from, source);
    }
  }

  private ArchiveSource open(URI url) throws ConnectorException {
    return GitArchive.FACTORY.open(new GitArchive.Settings(url), lab.home(Optional.empty()));
  }

  /** The time of the mail delivered as that one, counted from 1. */
  private static Optional<Instant> since(int mail) {
    return Optional.of(TEN.plusSeconds(60L * mail));
  }

  private String deliver(String... mails) throws IOException {
    for (String mail : mails) {
      lab.deliver(mail);
    }
    return mails[mails.length - 1];
  }

  private List<String> deliverMany(int count) throws IOException {
    List<String> mails = IntStream.range(0, count).mapToObj(number -> "mail " + number).toList();
    deliver(mails.toArray(new String[0]));
    return mails;
  }

  private List<String> copies() throws IOException {
    try (Stream<Path> copies = Files.list(lab.copies().resolve("git"))) {
      return copies.map(copy -> copy.getFileName().toString()).sorted().toList();
    }
  }
}
