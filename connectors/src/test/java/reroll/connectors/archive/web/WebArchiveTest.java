package reroll.connectors.archive.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.NoMail;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Batch;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;

/** How an inbox is read on, request by request. */
class WebArchiveTest extends AtWebList {
  @Test
  void anIdleListCostsOneRequestAPoll() throws Exception {
    list.history(30);
    try (ArchiveSource source = list.open()) {
      Cursor end = Walk.through(source).end();
      list.inbox.asked.clear();

      assertThat(source.readAfter(end, 10)).isEqualTo(Batch.nothingAfter(end));
      assertThat(list.inbox.asked).containsExactly("GET /list/new.atom");
    }
  }

  @Test
  void aFewNewMailsAreFetchedOneByOneInTheirOrder() throws Exception {
    list.history(30);
    try (ArchiveSource source = list.open()) {
      Cursor end = Walk.through(source).end();
      list.clock.forward(Duration.ofMinutes(5));
      String second = list.deliver(list.clock.instant().plusSeconds(2));
      String first = list.deliver(list.clock.instant().plusSeconds(1));
      list.inbox.asked.clear();

      assertThat(refs(Walk.from(end, source))).containsExactly(first, second);
      assertThat(list.inbox.asked)
          .containsExactly(
              "GET /list/new.atom", "GET /list/" + first + "/raw", "GET /list/" + second + "/raw");
    }
  }

  @Test
  void aBurstIsFetchedByOneSearchAndGivenInItsOrderOfArrival() throws Exception {
    list.history(30);
    try (ArchiveSource source = list.open()) {
      Cursor end = Walk.through(source).end();
      List<String> burst = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        burst.add(list.deliver(WebList.BEGIN.plusSeconds(300 - i % 200)));
      }
      list.inbox.asked.clear();

      assertThat(refs(Walk.from(end, source, 64))).isEqualTo(burst);
      assertThat(list.inbox.asked)
          .containsExactly(
              "GET /list/new.atom",
              "POST /list/?q=rt%3A" + (WebList.BEGIN.getEpochSecond() - 3600) + "..&x=m");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBurstBeyondWhatACursorRemembersIsGivenOnceThroughAnyNumberOfRestarts(boolean index)
      throws Exception {
    if (!index) {
      list.inbox.withoutIndex();
    }
    list.deliver(WebCursor.MAX_RECENT * 5);
    List<String> given = new ArrayList<>();
    Cursor cursor = Cursor.START;
    boolean more = true;
    while (more) {
      try (ArchiveSource source = list.open()) {
        Batch batch = source.readAfter(cursor, 30);
        batch.entries().forEach(entry -> given.add(entry.ref()));
        cursor = batch.next();
        more = batch.more();
      }
    }

    assertThat(given).hasSize(WebCursor.MAX_RECENT * 5).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMailThatComesADayLateIsFoundWithinHours(boolean index) throws Exception {
    if (!index) {
      list.inbox.withoutIndex();
    }
    list.history(30);
    try (ArchiveSource source = list.open()) {
      Cursor end = Walk.through(source).end();
      String late = list.deliver(WebList.BEGIN.minus(Duration.ofDays(1)));
      assertThat(source.readAfter(end, 10).entries()).isEmpty();

      list.clock.forward(Reading.LOOK_FOR_LATE.plusSeconds(1));
      assertThat(refs(Walk.from(end, source))).containsExactly(late);
    }
  }

  @Test
  void anIndexThatLagsIsNotTrusted() throws Exception {
    list.history(30);
    try (ArchiveSource source = list.open()) {
      Cursor end = Walk.through(source).end();
      list.clock.forward(Duration.ofMinutes(1));
      List<String> burst = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        burst.add(list.deliver(list.clock.instant().plusSeconds(i)));
      }
      list.inbox.indexLagsBy(60);

      assertThat(refs(Walk.from(end, source))).isEqualTo(burst);
    }
  }

  @Test
  void aFeedFullOfMailsFromTheFutureHidesNothing() throws Exception {
    list.history(30);
    for (int i = 0; i < 30; i++) {
      list.deliver(WebList.BEGIN.plus(Duration.ofDays(20_000)).plusSeconds(i));
    }
    try (ArchiveSource source = list.open()) {
      Walk all = Walk.through(source);
      assertThat(refs(all)).hasSize(60).doesNotHaveDuplicates();

      list.clock.forward(Duration.ofMinutes(1));
      String now = list.deliver(list.clock.instant());
      assertThat(refs(Walk.from(all.end(), source))).containsExactly(now);
    }
  }

  @Test
  void aFirstReadingBeginsWhereItShould() throws Exception {
    list.history(30);
    list.clock.forward(Duration.ofDays(2));
    try (ArchiveSource source = list.open(Optional.of(list.clock.instant()))) {
      Walk nothing = Walk.through(source);
      assertThat(nothing.entries()).isEmpty();

      String first = list.deliver(list.clock.instant());
      Walk walk = Walk.from(nothing.end(), source);
      assertThat(refs(walk)).containsExactly(first);

      list.clock.forward(Reading.LOOK_FOR_LATE.plusSeconds(1));
      assertThat(Walk.from(walk.end(), source).entries()).isEmpty();
    }
  }

  @Test
  void aYearOfMailIsReadWindowByWindow() throws Exception {
    List<String> all = new ArrayList<>();
    for (int day = 0; day < 365; day++) {
      all.add(list.deliver(WebList.BEGIN.plus(Duration.ofDays(day))));
    }
    list.clock.forward(Duration.ofDays(365));
    try (ArchiveSource source = list.open()) {
      assertThat(refs(Walk.from(Cursor.START, source, 50))).isEqualTo(all);
    }
    assertThat(list.inbox.asked.stream().filter(asked -> asked.startsWith("POST")).count())
        .isBetween(3L, 12L);
  }

  @Test
  void mailsThatWereTakenOutBeforeTheyCouldBeReadAreNone() throws Exception {
    list.history(30);
    try (ArchiveSource source = list.open()) {
      Cursor end = Walk.through(source).end();
      list.clock.forward(Duration.ofMinutes(1));
      list.deliver(2);
      StoredMail gone = list.inbox.mails().get(30);
      list.inbox.breakOn(
          request -> request.contains("/" + gone.ownId() + "/"),
          () -> FakeInbox.text(404, "Not Found"));

      Walk walk = Walk.from(end, source);
      assertThat(walk.others()).containsExactly(new NoMail(gone.ownId(), Instant.EPOCH));
      assertThat(walk.mails()).hasSize(1);
      assertThat(source.readAfter(walk.end(), 5).entries()).isEmpty();
    }
  }

  @Test
  void whatWasReadButNotSavedIsGivenAgain() throws Exception {
    list.deliver(100);
    try (ArchiveSource source = list.open()) {
      Batch first = source.readAfter(Cursor.START, 40);
      Batch lost = source.readAfter(first.next(), 40);
      source.readAfter(lost.next(), 40);

      assertThat(refs(Walk.from(first.next(), source))).hasSize(60);
    }
  }

  @Test
  void nothingIsLeftInTheHomeOfAClosedArchive() throws Exception {
    list.deliver(100);
    try (ArchiveSource source = list.open()) {
      source.readAfter(Cursor.START, 40);
      assertThat(folder.resolve("home")).isNotEmptyDirectory();
    }
    try (var files = Files.list(folder.resolve("home"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void theCursorIsShortWhateverCame() throws Exception {
    list.deliver(600);
    try (ArchiveSource source = list.open()) {
      assertThat(Walk.through(source).end().value()).matches("web \\d{10} [A-Za-z0-9_-]{512}");
    }
  }

  private static List<String> refs(Walk walk) {
    return walk.entries().stream().map(ArchiveEntry::ref).toList();
  }
}
