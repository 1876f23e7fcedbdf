package reroll.connectors.archive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveLookup;
import reroll.connectors.archive.ArchiveLookup.Wanted;
import reroll.connectors.port.ConnectorException;

class WebLookupTest extends AtWebList {
  private ArchiveLookup lookup() {
    return WebArchive.lookup(list.inbox.url(), list.http(), list.clock);
  }

  private void deliver(String id, String subject, String parents, String text) {
    list.inbox.deliver(
        """
        From: Ann <ann@example.org>
        Subject: %s
        Message-ID: <%s>
        References: %s

        %s
        """
            .formatted(subject, id, parents, text),
        list.clock.instant());
  }

  @Test
  void aMailIsFoundByItsIdWhateverStandsInIt() throws Exception {
    deliver("odd/id+with=chars%40&q@host.example", "s", "", "the text");

    Optional<RawMail> mail = lookup().mail("odd/id+with=chars%40&q@host.example");
    assertThat(mail.map(WebLookupTest::text).orElseThrow()).contains("the text");
    assertThat(lookup().mail("other@x")).isEmpty();
    assertThat(lookup().mail("")).isEmpty();
    assertThat(lookup().mail("..")).isEmpty();
  }

  @Test
  void aThreadHasNoMailsThatMerelyShareItsSubject() throws Exception {
    deliver("cover@x", "[PATCH] same", "", "cover");
    deliver("stranger@x", "[PATCH] same", "", "stranger");
    deliver("friend@x", "Re: [PATCH] same", "<stranger@x>", "friend of the stranger");
    deliver("orphan@x", "Re: [PATCH] same", "<cover@x> <never-came@x>", "orphan");
    deliver("leaf@x", "Re: [PATCH] same", "<never-came@x>", "leaf");

    assertThat(ids(lookup().thread("cover@x"))).containsExactly("cover@x", "orphan@x", "leaf@x");
    assertThat(ids(lookup().thread("leaf@x"))).containsExactly("cover@x", "orphan@x", "leaf@x");
    assertThat(ids(lookup().thread("friend@x"))).containsExactly("stranger@x", "friend@x");
    assertThat(lookup().thread("nobody@x")).isEmpty();
  }

  @Test
  void whatIsFoundComesOldestFirst() throws Exception {
    deliver("1@x", "[PATCH] frob: it", "", "change-id: 2026-frob");
    deliver("2@x", "[PATCH v2] frob: it", "", "change-id: 2026-frob");
    deliver("3@x", "[PATCH] other", "", "change-id: 2026-other");

    assertThat(ids(lookup().search(wanted("change-id: 2026-frob", null, null))))
        .containsExactly("1@x", "2@x");
    assertThat(ids(lookup().search(wanted(null, "frob: it", "ann@example.org"))))
        .containsExactly("1@x", "2@x");
    assertThat(lookup().search(wanted(null, "frob: it", "bob@example.org"))).isEmpty();
  }

  @Test
  void moreMailsThanAThousandAreNotGivenButTheNewest() throws Exception {
    for (int i = 0; i < 1_100; i++) {
      deliver(i + "@x", "[PATCH] many", "", "x");
    }

    List<String> ids = ids(lookup().search(wanted(null, "many", null)));
    assertThat(ids).hasSize(ArchiveLookup.MAX_MAILS).startsWith("100@x").endsWith("1099@x");
  }

  @Test
  void aServerThatCannotSearchHasNothing() throws Exception {
    deliver("1@x", "[PATCH] frob", "", "x");
    list.inbox.withoutIndex();

    assertThat(lookup().search(wanted(null, "frob", null))).isEmpty();
    assertThat(lookup().thread("1@x")).hasSize(1);
  }

  @Test
  void aServerThatIsBusyIsAFailureAndNoAnswer() {
    list.inbox.breakOn(request -> true, () -> FakeInbox.text(503, "busy"));
    ArchiveLookup lookup = lookup();

    assertThatThrownBy(() -> lookup.mail("1@x")).isInstanceOf(ConnectorException.class);
    assertThatThrownBy(() -> lookup.thread("1@x")).isInstanceOf(ConnectorException.class);
    assertThatThrownBy(() -> lookup.search(wanted("x", null, null)))
        .isInstanceOf(ConnectorException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "change-id: a-1, , , nq:\"change-id a-1\"",
    ", net: fast path, ann@x.org, s:\"net fast path\" AND f:\"ann@x.org\"",
    "'a\" OR s:\"b', , , nq:\"a OR s b\"",
    "\u201cquoted\u201d d:..garbage, , , nq:\"quoted d ..garbage\"",
    "'a* (b) ^c ~d', , , nq:\"a b c d\"",
    ", 'Zoë über', , s:\"Zoë über\""
  })
  void whatPeopleWroteIsSearchedForAsPhrasesAlone(
      String text, String subject, String from, String query) {
    assertThat(SearchQuery.of(wanted(text, subject, from))).contains(query + " AND rt:100000..");
  }

  @ParameterizedTest
  @CsvSource({"'\"'", "' '", "'()'", "'...'", "'\u201c\u201d'"})
  void nothingIsAskedWhereNoWordIsLeft(String text) throws Exception {
    assertThat(lookup().search(wanted(text, null, null))).isEmpty();
    assertThat(lookup().search(wanted(null, text, "ann@example.org"))).isEmpty();
    assertThat(list.inbox.asked).isEmpty();
  }

  private static Wanted wanted(String text, String subject, String from) {
    return new Wanted(
        Optional.ofNullable(text),
        Optional.ofNullable(subject),
        Optional.ofNullable(from),
        Instant.EPOCH);
  }

  private static List<String> ids(List<RawMail> mails) {
    return mails.stream().map(RawMail::ref).toList();
  }

  private static String text(RawMail mail) {
    return new String(mail.bytes(), StandardCharsets.ISO_8859_1);
  }
}
