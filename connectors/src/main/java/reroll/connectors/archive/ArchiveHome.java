package reroll.connectors.archive;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import reroll.connectors.http.Http;

/**
 * What an archive may use of the program around it. Immutable.
 *
 * @param folder of this archive alone, for copies that can be fetched again; may not exist so far
 * @param start what arrived earlier is not wanted when the archive is read for the first time; an
 *     archive that cannot tell cheaply may give it all the same. Empty for all of the archive
 * @param http the way to archives on the web
 * @param clock the time of all waiting and dating
 */
public record ArchiveHome(Path folder, Optional<Instant> start, Http http, Clock clock) {
  public ArchiveHome {
    Objects.requireNonNull(folder);
    Objects.requireNonNull(start);
    Objects.requireNonNull(http);
    Objects.requireNonNull(clock);
  }
}
