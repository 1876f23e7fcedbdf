package reroll.connectors.archive.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reroll.connectors.port.Secret;

/** Which settings go together. */
class ImapSettingsTest {
  private static ImapSettings settings(String host, String security, String ways) {
    return new ImapSettings(
        host,
        Optional.empty(),
        security,
        Optional.empty(),
        given(ways, "user", "ann"),
        given(ways, "password", new Secret("hidden")),
        given(ways, "command", "/bin/token"),
        given(ways, "url", URI.create("https://example.org/token")),
        given(ways, "refresh", new Secret("hidden")),
        given(ways, "id", "reroll"),
        given(ways, "secret", new Secret("hidden")),
        "INBOX",
        Optional.empty(),
        Optional.empty());
  }

  private static <T> Optional<T> given(String ways, String word, T value) {
    return (" " + ways + " ").contains(" " + word + " ") ? Optional.of(value) : Optional.empty();
  }

  @ParameterizedTest
  @CsvSource({
    "tls, ''",
    "TLS, user password",
    "starttls, user command",
    "tls, user url refresh id",
    "tls, user url refresh id secret"
  })
  void theseGoTogether(String security, String ways) {
    assertThat(settings("imap.example.org", security, ways).host()).isEqualTo("imap.example.org");
  }

  @ParameterizedTest
  @CsvSource({
    "ssl, '', 'security is tls, starttls or none'",
    "none, '', 'use tls or starttls'",
    "tls, user, 'user wants a password'",
    "tls, password, 'wants a user'",
    "tls, user password command, 'keep one'",
    "tls, user password url refresh id, 'keep one'",
    "tls, user refresh, 'stand together'",
    "tls, user password url, 'stand together'",
    "tls, user password secret, 'client-secret only with them'"
  })
  void theseDoNotAndTheSentenceSaysWhy(String security, String ways, String why) {
    assertThatThrownBy(() -> settings("imap.example.org", security, ways))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("hidden");
  }

  @ParameterizedTest
  @CsvSource({"localhost, true", "127.0.0.1, true", "::1, true", "127.example.org, false"})
  void noSafetyIsTakenOnlyOnThisMachine(String host, boolean taken) {
    if (taken) {
      assertThat(settings(host, "none", "").server()).isEqualTo(host + ":143");
    } else {
      assertThatThrownBy(() -> settings(host, "none", "")).hasMessageContaining(host);
    }
  }

  @Test
  void thePortFollowsFromTheSafetyWhereNobodySaysIt() {
    assertThat(settings("a.example", "tls", "").portOrUsual()).isEqualTo(993);
    assertThat(settings("a.example", "starttls", "").portOrUsual()).isEqualTo(143);
  }
}
