package reroll.connectors.archive.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** A server that lies, breaks or says no: it is told in words, and nothing is lost. */
class WebFailureTest extends AtWebList {
  private static final byte[] MAILS =
      FakeInbox.gzip(
          FakeInbox.mbox(
              List.of(new StoredMail(1, List.of("x"), WebList.mail("x", WebList.BEGIN), null))));

  /**
   * A fault.
   *
   * @param at what has to be asked for
   */
  private record Fault(String at, Supplier<MockResponse> answer, Outcome outcome, String message) {
    @Override
    public String toString() {
      return at + ": " + message;
    }
  }

  static List<Fault> faults() {
    Supplier<MockResponse> page =
        () -> FakeInbox.html(200, "<html><title>Maintenance</title></html>");
    Supplier<MockResponse> wall =
        () -> FakeInbox.html(200, "<title>Making sure you&#39;re not a bot!</title>");
    Supplier<MockResponse> cut =
        () -> FakeInbox.chunked(200, "application/gzip", Arrays.copyOf(MAILS, MAILS.length - 4));
    Supplier<MockResponse> lost =
        () ->
            FakeInbox.text(200, "x".repeat(99_999))
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
    return List.of(
        fault(
            "new.atom",
            () -> FakeInbox.text(404, "Not Found"),
            Outcome.REJECTED,
            "no public-inbox"),
        fault("new.atom", () -> FakeInbox.text(403, "no"), Outcome.REJECTED, "answers 403"),
        fault("new.atom", () -> FakeInbox.text(503, "busy"), Outcome.NOT_SENT, "answers 503"),
        fault("new.atom", () -> FakeInbox.text(429, "slow"), Outcome.NOT_SENT, "answers 429"),
        fault("new.atom", page, Outcome.NOT_SENT, "is it the address of a public-inbox?"),
        fault("new.atom", wall, Outcome.NOT_SENT, "anti-bot"),
        fault("new.atom", () -> atom("<feed><entry>"), Outcome.NOT_SENT, "no whole XML"),
        fault("new.atom", () -> atom("<rss/>"), Outcome.NOT_SENT, "no Atom feed but <rss>"),
        fault("new.atom", lost, Outcome.NOT_SENT, "cannot be read"),
        fault("x=m", () -> FakeInbox.text(500, "oops"), Outcome.NOT_SENT, "answers 500"),
        fault("x=m", page, Outcome.NOT_SENT, "in place of mails"),
        fault("x=m", cut, Outcome.NOT_SENT, "ends too early"),
        fault(
            "x=m", () -> FakeInbox.text(200, "no gzip"), Outcome.NOT_SENT, "gzip data is damaged"),
        fault("x=m", lost, Outcome.NOT_SENT, "cannot be read"),
        fault("/raw", () -> FakeInbox.text(500, "oops"), Outcome.NOT_SENT, "answers 500"),
        fault("/raw", page, Outcome.NOT_SENT, "in place of a mail"),
        fault("/raw", () -> FakeInbox.text(200, "no mail"), Outcome.NOT_SENT, "something else"),
        fault("/raw", lost, Outcome.NOT_SENT, "cannot be read"));
  }

  private static Fault fault(
      String at, Supplier<MockResponse> answer, Outcome outcome, String message) {
    return new Fault(at, answer, outcome, message);
  }

  private static MockResponse atom(String text) {
    return FakeInbox.chunked(200, "application/atom+xml", text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFailureIsToldAndCostsNoMail(Fault fault) throws Exception {
    list.history(30);
    try (ArchiveSource source = list.open()) {
      Cursor end = Walk.through(source).end();
      list.clock.forward(Duration.ofMinutes(1));
      int count = fault.at().equals("/raw") ? 3 : 60;
      list.deliver(count);
      list.inbox.breakOn(request -> request.contains(fault.at()), fault.answer());

      ConnectorException told =
          catchThrowableOfType(ConnectorException.class, () -> source.readAfter(end, 100));
      assertThat(told.outcome()).isEqualTo(fault.outcome());
      assertThat(told).hasMessageContaining(fault.message());
      assertThat(told.getMessage()).doesNotContain("\n").hasSizeLessThan(300);

      list.inbox.heal();
      list.clock.forward(Duration.ofMinutes(11)); // the rest after an anti-bot page
      assertThat(Walk.from(end, source).mails()).hasSize(count);
    }
  }

  @Test
  void mailsInFrontOfAFailureAreGiven() throws Exception {
    list.history(30);
    try (ArchiveSource source = list.open()) {
      Cursor end = Walk.through(source).end();
      list.clock.forward(Duration.ofMinutes(1));
      list.deliver(3);
      list.inbox.breakOn(r -> r.contains("/33@"), () -> FakeInbox.text(503, "busy"));

      var batch = source.readAfter(end, 100);
      assertThat(batch.entries()).hasSize(2);
      assertThat(batch.more()).isTrue();

      list.inbox.heal();
      assertThat(Walk.from(batch.next(), source).mails()).hasSize(1);
    }
  }

  @Test
  void anEmptyInboxIsThereAndHasNothing() throws Exception {
    try (ArchiveSource source = list.open()) {
      source.probe();
      assertThat(Walk.through(source).entries()).isEmpty();
    }
  }

  @Test
  void probingAsksOnce() throws Exception {
    list.history(30);
    try (ArchiveSource source = list.open()) {
      source.probe();
    }

    assertThat(list.inbox.asked).containsExactly("GET /list/new.atom");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://x", "http://x/", "ftp://x/list/", "list", "mailto:a@b"})
  void anAddressThatCanBeNoListIsRefusedAtOnce(String url) {
    var settings = new WebArchive.Settings(URI.create(url));

    ConnectorException told =
        catchThrowableOfType(
            ConnectorException.class,
            () -> WebArchive.FACTORY.open(settings, list.home(Optional.empty())));
    assertThat(told.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(told).hasMessageContaining("is no address of a list");
  }
}
