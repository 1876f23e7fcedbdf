package reroll.connectors.chat.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.connectors.TestClock;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** How the bot gets in, stays in, and takes it when it is put out. */
class AccountTest extends AtHomeserver {
  private final TestClock clock = new TestClock(Instant.parse("2026-03-02T10:00:00Z"));
  private int posts;

  private MatrixLab lab() {
    return lab(FakeLogins.PASSWORD);
  }

  private MatrixLab lab(String password) {
    return MatrixLab.of(
        MatrixLab.withPassword(server.url(), FakeHomeserver.BOT, password), folder, clock);
  }

  private void post(MatrixLab lab) throws ConnectorException {
    lab.chat.send(MatrixLab.post("k" + posts++, FakeHomeserver.ROOM, "x"));
  }

  private ConnectorException refused(MatrixLab lab) {
    return catchThrowableOfType(ConnectorException.class, () -> post(lab));
  }

  private List<String> devices() {
    return server.askLogins(logins -> List.copyOf(logins.devices));
  }

  @Test
  void aTokenThatRanOutIsRenewedWithoutALoginAlsoAfterARestart() throws Exception {
    for (int start = 0; start < 3; start++) {
      try (MatrixLab lab = lab()) {
        post(lab);
        server.changeLogins(FakeLogins::runOut);
        post(lab);
        server.changeLogins(FakeLogins::runOut);
      }
    }
    assertThat(server.posts()).hasSize(6);
    assertThat(devices()).containsExactly("REROLL");
    assertThat(server.<Integer>askLogins(logins -> logins.renewals)).isEqualTo(5);
  }

  @Test
  void aRenewalWhoseAnswerIsLostCanBeAskedForAgain() throws Exception {
    try (MatrixLab lab = lab()) {
      post(lab);
      server.changeLogins(FakeLogins::runOut);
      server.changeLogins(logins -> logins.losesRenewals = true);
      lab.deliver(MatrixLab.post("late", FakeHomeserver.ROOM, "x"));

      assertThat(server.posts()).hasSize(2);
      assertThat(devices()).hasSize(1);
    }
  }

  @Test
  void aSessionThatTheServerEndedByItselfIsBegunAnewWithTheSameDevice() throws Exception {
    try (MatrixLab lab = lab()) {
      post(lab);
      server.changeLogins(FakeLogins::endSoftly);
      post(lab);

      assertThat(server.posts()).hasSize(2);
      assertThat(devices()).containsExactly("REROLL", "REROLL");
      assertThat(lab.chat.troubles()).isEmpty();
    }
  }

  @Test
  void aServerThatEndsEverySessionIsNotAskedForOneAfterTheOther() throws Exception {
    try (MatrixLab lab = lab()) {
      post(lab);
      server.changeLogins(FakeLogins::endSoftly);
      post(lab);
      server.changeLogins(FakeLogins::endSoftly);
      clock.forward(Duration.ofMinutes(2));
      ConnectorException failure = refused(lab);

      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(failure.retryAfter()).contains(Duration.ofMinutes(4));
      assertThat(failure)
          .hasMessage("the homeserver ends my sessions sooner than I may log in again");
      assertThat(devices()).hasSize(2);

      clock.forward(Duration.ofMinutes(4));
      post(lab);
      assertThat(devices()).hasSize(3);
    }
  }

  @Test
  void aServerThatGivesTokensAndTakesNoneIsAskedForOneOnly() {
    server.changeLogins(logins -> logins.takesNoToken = true);
    server.changeLogins(FakeLogins::runOut);
    try (MatrixLab lab = lab()) {
      for (int i = 0; i < 10; i++) {
        assertThat(refused(lab).outcome()).isEqualTo(Outcome.NOT_SENT);
      }
      assertThat(devices()).hasSize(1);
      assertThat(server.<Integer>askLogins(logins -> logins.renewals)).isZero();
    }
  }

  @Test
  void whoIsLoggedOutByAPersonSaysSoAndLogsInOnlyAtTheNextStart() throws Exception {
    try (MatrixLab lab = lab()) {
      post(lab);
      server.changeLogins(FakeLogins::logOut);
      for (int i = 0; i < 10; i++) {
        assertThat(refused(lab))
            .hasMessage("the homeserver logged me out: start me again, and I log in anew");
      }
      assertThat(lab.chat.troubles())
          .containsExactly("the homeserver logged me out: start me again, and I log in anew");
      assertThat(devices()).hasSize(1);
    }
    try (MatrixLab again = lab()) {
      post(again);
      assertThat(devices()).containsExactly("REROLL", "REROLL");
    }
  }

  @Test
  void whoIsLoggedOutWhileItListensTriesNoLogin() throws Exception {
    try (MatrixLab lab = lab()) {
      lab.start();
      await().until(() -> server.askedToSync() > 2);
      server.changeLogins(FakeLogins::logOut);
      await().until(() -> !lab.chat.troubles().isEmpty());

      assertThat(lab.chat.troubles()).hasSize(1);
      assertThat(devices()).hasSize(1);
    }
  }

  @Test
  void aLockedAccountWaitsAndIsInAgainWhenItIsUnlocked() throws Exception {
    try (MatrixLab lab = lab()) {
      post(lab);
      server.changeLogins(FakeLogins::lock);
      ConnectorException failure = refused(lab);

      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(failure).hasMessageContaining("M_USER_LOCKED");
      assertThat(devices()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | {\"errcode\":\"M_FORBIDDEN\"} | the homeserver does not take the password of"
            + " @bot:fake.test: mend user or password in the configuration, and start me again",
        "403 | {\"errcode\":\"M_USER_DEACTIVATED\"} | the homeserver does not take the password of"
            + " @bot:fake.test: mend user or password in the configuration, and start me again",
        "400 | {\"errcode\":\"M_UNKNOWN\",\"error\":\"no such flow\"} | the homeserver does not let"
            + " me log in: status 400 M_UNKNOWN (no such flow); where it takes no passwords, get"
            + " an access token and write token: in place of password:, and start me again",
      })
  void aLoginThatCannotSucceedIsTriedOnce(int status, String answer, String sentence) {
    server.changeLogins(
        logins -> logins.loginAnswer = Optional.of(FakeHomeserver.json(status, answer)));
    try (MatrixLab lab = lab("s3cret")) {
      List<String> said = Collections.nCopies(5, sentence);

      assertThat(said).allSatisfy(words -> assertThat(refused(lab)).hasMessage(words));
      assertThat(lab.chat.troubles()).containsExactly(sentence);
      assertThat(devices()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | {\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":2000} | PT2S",
        "403 | {\"errcode\":\"M_RESOURCE_LIMIT_EXCEEDED\"} | PT5M",
        "502 | <html> | ''",
      })
  void aLoginThatMaySucceedLaterIsTriedLater(int status, String answer, String wait)
      throws Exception {
    server.changeLogins(
        logins -> logins.loginAnswer = Optional.of(FakeHomeserver.json(status, answer)));
    try (MatrixLab lab = lab()) {
      assertThat(refused(lab).retryAfter().map(Duration::toString).orElse("")).isEqualTo(wait);
      server.changeLogins(logins -> logins.loginAnswer = Optional.empty());
      post(lab);
      assertThat(lab.chat.troubles()).isEmpty();
    }
  }

  @Test
  void whoWroteTheDomainInPlaceOfTheHomeserverIsToldWhatToWrite() throws Exception {
    server.isOnlyADomain("https://matrix.fake.test/");
    String hint =
        "; 127.0.0.1:%d says that its homeserver is at another address: write server: %s"
            .formatted(server.url().getPort(), "https://matrix.fake.test");
    try (MatrixLab lab = lab()) {
      assertThat(lab.chat.check())
          .extracting(finding -> finding.good() + " " + finding.text())
          .containsExactly(
              "false " + server.url() + " is no Matrix homeserver (status 404)" + hint);
      lab.start();
      await().until(() -> !lab.chat.troubles().isEmpty());
      assertThat(lab.chat.troubles())
          .containsExactly(
              "the homeserver does not let me log in: status 404 with what is no answer of a"
                  + " homeserver"
                  + hint);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "not an address",
    "javascript:alert(1)",
    "'https://x.example/ and more'",
    "''",
  })
  void aDomainThatNamesNoAddressGivesNoHint(String address) throws Exception {
    server.isOnlyADomain(address);
    try (MatrixLab lab = lab()) {
      assertThat(lab.chat.check().get(0).text())
          .isEqualTo(server.url() + " is no Matrix homeserver (status 404)");
    }
  }
}
