package reroll.bot.mail;

import java.util.List;
import java.util.Optional;

/**
 * What the subject of a patch mail says, such as {@code [PATCH bpf-next v2 03/12] title}.
 * Immutable.
 *
 * @param marked whether a word says that this is a patch (PATCH, RFC); with only a version or a
 *     counter the body has to decide
 * @param pull a pull request
 * @param version what the tags say; else what the title says ({@code "x (v3)"}); else v1
 * @param versionGiven whether the tags say the version
 * @param counter empty for a single patch
 * @param resent posted again as it was
 * @param tags all other words of the brackets in their order: trees, projects, lists
 * @param trees those of the tags that name a kernel release, such as {@code 6.1} or {@code 5.10.y}
 * @param autosel chosen by a robot for stable kernels
 * @param title what follows the brackets
 */
public record PatchSubject(
    boolean marked,
    boolean pull,
    Version version,
    boolean versionGiven,
    Optional<Counter> counter,
    boolean rfc,
    boolean resent,
    List<String> tags,
    List<String> trees,
    boolean autosel,
    String title) {

  public PatchSubject {
    tags = List.copyOf(tags);
    trees = List.copyOf(trees);
  }

  /**
   * Reads a decoded subject. Never throws.
   *
   * @return empty where the subject is a reply, or has nothing that a patch has
   */
  public static Optional<PatchSubject> parse(String subject) {
    return SubjectParser.parse(subject);
  }

  public boolean isCover() {
    return counter.isPresent() && counter.get().isCover();
  }

  /** How many patches the posting announces. */
  public int total() {
    return counter.map(Counter::total).orElse(1);
  }
}
