package reroll.connectors.archive.git;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.eclipse.jgit.util.sha1.SHA1.Sha1Implementation;

/**
 * Takes JGit off the machine it runs on: it reads no system or user configuration, writes none,
 * hashes as the JDK does (which takes less time, and goes without the search for made-up
 * collisions: what is read here is only ever a copy, and nobody signs it), and does not measure the
 * clock of the file system (two seconds of busy work in every process, saved in the user's home).
 * These are settings of the whole JVM in JGit; nothing else here uses it.
 */
final class DetachedJGit {
  /** Coarser than any file system in use: JGit then reads a file again that changed just now. */
  private static final long TIMESTAMP_RESOLUTION_MILLIS = 2_000;

  /**
   * Caches sized for reading once, in order: a window that is left behind is never wanted again.
   */
  private static final int PACK_CACHE_BYTES = 8 << 20;

  private static final int PACK_WINDOW_BYTES = 64 << 10;
  private static final int DELTA_BASE_CACHE_BYTES = 6 << 20;

  private DetachedJGit() {}

  /** Idempotent; to be called before the first repository is opened. */
  static void install() {
    if (SystemReader.getInstance() instanceof Reader) {
      return;
    }
    SystemReader.setInstance(new Reader(SystemReader.getInstance()));
    WindowCacheConfig caches = new WindowCacheConfig();
    caches.setPackedGitLimit(PACK_CACHE_BYTES);
    caches.setPackedGitWindowSize(PACK_WINDOW_BYTES);
    caches.setDeltaBaseCacheLimit(DELTA_BASE_CACHE_BYTES);
    caches.setStreamFileThreshold(reroll.connectors.archive.ArchiveSource.MAX_MAIL_BYTES);
    caches.setExposeStatsViaJmx(false);
    caches.install();
  }

  private static final class Reader extends SystemReader.Delegate {
    Reader(SystemReader machine) {
      super(machine);
    }

    @Override
    public StoredConfig getUserConfig() throws ConfigInvalidException, IOException {
      NoFile none = new NoFile(null, FS.DETECTED);
      none.setEnum("core", null, "sha1implementation", Sha1Implementation.JDKNATIVE);
      return none;
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
      return new NoFile(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
      return new NoFile(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
      return new NoFile(parent, fs);
    }
  }

  /** A configuration that is empty but for the resolution of time stamps. */
  private static final class NoFile extends FileBasedConfig {
    NoFile(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long fallback, TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(TIMESTAMP_RESOLUTION_MILLIS, TimeUnit.MILLISECONDS)
          : super.getTimeUnit(section, subsection, name, fallback, unit);
    }
  }
}
