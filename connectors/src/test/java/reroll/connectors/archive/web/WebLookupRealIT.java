package reroll.connectors.archive.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.archive.ArchiveEntry.RawMail;
import reroll.connectors.archive.ArchiveLookup;
import reroll.connectors.archive.ArchiveLookup.Wanted;
import reroll.connectors.http.Http;
import reroll.connectors.http.Pace;
import reroll.connectors.real.PublicInbox;

/** Asks a real public-inbox-httpd: one inbox, and the index over all. */
class WebLookupRealIT {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private static final String COVER =
      mail("cover@example.org", "[PATCH v2 0/1] frob: add frobnicator", "")
          .replace("text", "change-id: 20260301-frob-core-abc123");

  private static final String PATCH =
      mail("patch@example.org", "[PATCH v2 1/1] frob: it", "cover@example.org");
  private static final String REPLY =
      mail("reply@example.org", "Re: [PATCH v2 1/1] frob: it", "patch@example.org");
  private static final String STRANGER =
      mail("stranger@example.org", "[PATCH v2 0/1] frob: add frobnicator", "");

  @TempDir private Path folder;
  private PublicInbox server;
  private Http http;

  @BeforeEach
  void start() {
    server = PublicInbox.startedIn(folder);
    http = new Http("reroll/test", Pace.of(Duration.ZERO, Clock.systemUTC()));
    server.addList("one");
    server.addList("two");
    server.deliver("one", COVER, STRANGER);
    server.deliver("two", PATCH, REPLY);
    server.indexAll();
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  private ArchiveLookup in(String list) {
    return WebArchive.lookup(server.url(list), http, Clock.systemUTC());
  }

  private static String mail(String id, String subject, String parent) {
    String reply = parent.isEmpty() ? "" : "In-Reply-To: <" + parent + ">\n";
    return """
        Received: from a by b; Mon, 2 Mar 2026 10:00:00 +0000
        From: Ann <ann@example.org>
        To: bots@lists.example.org
        Subject: %s
        Message-ID: <%s>
        %sDate: Mon, 2 Mar 2026 10:00:00 +0000

        text
        """
        .formatted(subject, id, reply);
  }

  @Test
  void aMailIsFoundByItsIdOnItsListAndOverAll() throws Exception {
    assertThat(in("one").mail("cover@example.org").map(WebLookupRealIT::text)).contains(COVER);
    assertThat(in("one").mail("patch@example.org")).isEmpty();
    assertThat(in("all").mail("patch@example.org").map(WebLookupRealIT::text)).contains(PATCH);
    assertThat(in("all").mail("nobody@example.org")).isEmpty();
  }

  @Test
  void aThreadOverAllListsHasNoStrangers() throws Exception {
    for (String id : List.of("cover@example.org", "reply@example.org")) {
      assertThat(texts(in("all").thread(id))).containsExactly(COVER, PATCH, REPLY);
    }
    assertThat(texts(in("one").thread("stranger@example.org"))).containsExactly(STRANGER);
    assertThat(in("one").thread("nobody@example.org")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "all"})
  void earlierVersionsAreFoundByChangeIdAndByTitleAndAuthor(String list) throws Exception {
    assertThat(texts(search(list, "change-id: 20260301-frob-core-abc123", null, null)))
        .containsExactly(COVER);
    assertThat(texts(search(list, null, "frob: add frobnicator", "ann@example.org")))
        .containsExactly(COVER, STRANGER);
    assertThat(search(list, null, "frob: add frobnicator", "bob@example.org")).isEmpty();
    assertThat(search(list, "change-id: 20260301-other", null, null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frob\" OR s:\"it",
        "foo AND AND bar",
        "NOT foo",
        "(((",
        "d:..garbage rt:0..",
        "\u201cfrob\u201d OR \u201cit",
        "a* b~c ^d",
        "\0\1\n",
        "\"",
        "+- & ' @ ."
      })
  void hostileWordsAreWordsAndNothingElse(String words) throws Exception {
    assertThat(search("one", words, null, null)).isEmpty();
    assertThat(search("one", null, words, null)).isEmpty();
    assertThat(search("one", null, "frob: add frobnicator", words + "zzz")).isEmpty();
  }

  @Test
  void nothingIsFoundBeforeTheTimeThatWasAskedFor() throws Exception {
    Wanted later =
        new Wanted(
            Optional.empty(),
            Optional.of("frob: add frobnicator"),
            Optional.empty(),
            Instant.parse("2026-03-03T00:00:00Z"));

    assertThat(in("one").search(later)).isEmpty();
  }

  @Test
  void aListWithoutAnIndexIsAskedForMailsAndThreadsAllTheSame() throws Exception {
    server.addList("basic", "-L", "basic");
    server.deliver("basic", COVER, PATCH);

    assertThat(texts(in("basic").thread("patch@example.org"))).containsExactly(COVER, PATCH);
    assertThat(search("basic", null, "frob", null)).isEmpty();
  }

  private List<RawMail> search(String list, String text, String subject, String from)
      throws Exception {
    return in(list)
        .search(
            new Wanted(
                Optional.ofNullable(text),
                Optional.ofNullable(subject),
                Optional.ofNullable(from),
                LONG_AGO));
  }

  private static List<String> texts(List<RawMail> mails) {
    return mails.stream().map(WebLookupRealIT::text).toList();
  }

  private static String text(RawMail mail) {
    return new String(mail.bytes(), StandardCharsets.ISO_8859_1);
  }
}
