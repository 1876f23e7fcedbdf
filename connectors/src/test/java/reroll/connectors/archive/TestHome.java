package reroll.connectors.archive;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import reroll.connectors.http.Http;
import reroll.connectors.http.Pace;

/** What archives of tests may use. */
public final class TestHome {
  private TestHome() {}

  /** Beside an archive, with the machine's clock, from the archive's beginning, without gaps. */
  public static ArchiveHome beside(Path archive) {
    return at(archive, Clock.systemUTC());
  }

  public static ArchiveHome at(Path archive, Clock clock) {
    return new ArchiveHome(
        archive.resolveSibling(archive.getFileName() + ".home"),
        Optional.empty(),
        new Http("reroll/test", Pace.of(Duration.ZERO, clock)),
        clock);
  }
}
