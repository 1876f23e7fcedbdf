package reroll.connectors.archive.git;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.Setting;

/** How public-inbox archives in git are configured and opened: on this machine, or on the web. */
public final class GitArchive {
  public static final ArchiveSource.Factory<Settings> FACTORY = new GitFactory();

  private GitArchive() {}

  /** What the configuration file says of such an archive: its path or its address. */
  public record Settings(
      @Setting(
              value = "a bare public-inbox epoch, or an inbox folder that holds git/0.git",
              sample = "/srv/lore/kvm")
          Optional<Path> path,
      @Setting(
              value = "the address of an inbox on a public-inbox server",
              sample = "https://lore.kernel.org/kvm/")
          Optional<URI> url,
      @Setting(
              value = "more addresses of the same inbox, asked in this order when url fails",
              sample = "https://sea.lore.kernel.org/kvm/ https://tor.lore.kernel.org/kvm/")
          Optional<String> mirrors) {

    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    public Settings {
      if (path.isPresent() == url.isPresent()) {
        throw new IllegalArgumentException(
            "an archive in git has either a path or a url; write one of them");
      }
      if (mirrors.isPresent() && url.isEmpty()) {
        throw new IllegalArgumentException("mirrors go with a url");
      }
      url.ifPresent(Settings::inbox);
      mirrors.ifPresent(Settings::inboxes);
    }

    /** An archive on this machine. */
    public Settings(Path path) {
      this(Optional.of(path), Optional.empty(), Optional.empty());
    }

    /** An archive on the web. */
    public Settings(URI url) {
      this(Optional.empty(), Optional.of(url), Optional.empty());
    }

    /** All addresses of the inbox, each with a slash at its end. */
    List<URI> places() {
      List<URI> places = new ArrayList<>();
      url.map(Settings::inbox).ifPresent(places::add);
      mirrors.map(Settings::inboxes).ifPresent(places::addAll);
      return places;
    }

    private static List<URI> inboxes(String addresses) {
      List<URI> inboxes = new ArrayList<>();
      for (String address : SEPARATOR.split(addresses.strip(), -1)) {
        try {
          inboxes.add(inbox(new URI(address)));
        } catch (URISyntaxException e) {
          throw new IllegalArgumentException(
              "mirrors: one of them is no address; write addresses with blanks between", e);
        }
      }
      return inboxes;
    }

    private static URI inbox(URI url) {
      boolean web =
          "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
      boolean bare = url.getRawQuery() == null && url.getRawFragment() == null;
      if (!web || url.getHost() == null || url.getRawUserInfo() != null || !bare) {
        throw new IllegalArgumentException(
            "the address of an inbox looks like https://lore.kernel.org/kvm/");
      }
      return url.getRawPath().endsWith("/") ? url : URI.create(url + "/");
    }
  }

  private static final class GitFactory implements ArchiveSource.Factory<Settings> {
    /** Enough to know the series at work; a whole list may be 20 GB. */
    private static final Duration ON_THE_WEB = Duration.ofDays(30);

    @Override
    public String type() {
      return "git";
    }

    @Override
    public Class<Settings> settings() {
      return Settings.class;
    }

    @Override
    public Optional<Duration> firstReading(Settings settings) {
      return settings.url().map(url -> ON_THE_WEB);
    }

    @Override
    public ArchiveSource open(Settings settings, ArchiveHome home) throws ConnectorException {
      DetachedJGit.install();
      return settings.path().isPresent()
          ? local(settings.path().get())
          : RemoteInbox.at(settings.places(), home);
    }

    private static LocalInbox local(Path path) throws ConnectorException {
      if (!Files.isDirectory(path)) {
        throw ConnectorException.rejected(path + " is not a folder: name an epoch such as 0.git");
      }
      try {
        if (Epoch.at(path).isEmpty()) {
          throw ConnectorException.rejected(
              path + " holds no git repository: name an epoch such as 0.git, or its inbox folder");
        }
      } catch (IOException e) {
        throw ConnectorException.notSent(path + " cannot be read: " + e.getMessage(), e);
      }
      return new LocalInbox(path);
    }
  }
}
