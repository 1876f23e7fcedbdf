package reroll.connectors.chat.matrix;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import reroll.connectors.http.Answer;
import reroll.connectors.http.Http;
import reroll.connectors.http.Request;
import reroll.connectors.port.ConnectorException;

/**
 * Where a domain says that its homeserver is (spec, well-known URIs). Only a help for those who
 * wrote the domain in place of the homeserver's address; the bot itself goes where it is told to.
 * Thread-safe.
 */
final class Discovery {
  private static final String FILE = "/.well-known/matrix/client";

  /** The file is a few lines. */
  private static final int MAX_BYTES = 64 << 10;

  private static final int MAX_ADDRESS = 255;

  private final MatrixSettings settings;
  private final Http http;

  Discovery(MatrixSettings settings, Http http) {
    this.settings = settings;
    this.http = http;
  }

  /** What to write in place of the configured address, to be put behind a sentence; or nothing. */
  String hint() throws InterruptedException {
    String configured = withoutSlash(settings.server().toString());
    for (String domain : domains()) {
      Optional<String> base = base(domain).filter(address -> !address.equals(configured));
      if (base.isPresent()) {
        return "; "
            + domain.replaceFirst("^https?://", "")
            + " says that its homeserver is at another address: write server: "
            + base.get();
      }
    }
    return "";
  }

  /** What stands in the configuration is most often the domain itself. */
  private Set<String> domains() {
    Set<String> domains = new LinkedHashSet<>();
    domains.add(withoutSlash(settings.server().toString()));
    settings.user().flatMap(Ids::server).map(name -> "https://" + name).ifPresent(domains::add);
    return domains;
  }

  private Optional<String> base(String domain) throws InterruptedException {
    try (Answer answer = http.send(Request.get(new URI(domain + FILE)))) {
      return answer.status() == 200
          ? Json.read(answer.bytes(MAX_BYTES))
              .map(file -> Json.text(file, "m.homeserver", "base_url"))
              .filter(Discovery::isAddress)
              .map(Discovery::withoutSlash)
          : Optional.empty();
    } catch (ConnectorException | URISyntaxException none) {
      return Optional.empty();
    }
  }

  private static boolean isAddress(String text) {
    return text.length() <= MAX_ADDRESS && text.matches("https?://[!-~]+");
  }

  private static String withoutSlash(String address) {
    return address.replaceAll("/+$", "");
  }
}
