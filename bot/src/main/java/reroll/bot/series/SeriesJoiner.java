package reroll.bot.series;

/** Makes one series of two where a link says so and no person says otherwise. */
final class SeriesJoiner {
  private final SeriesRegister register;
  private final KeptApart apart;

  SeriesJoiner(SeriesRegister register, KeptApart apart) {
    this.register = register;
    this.apart = apart;
  }

  /** Joins the series of both ends; the link is kept if it says more than the one before. */
  void unite(Revision revision, Link link) {
    Series left = revision.series();
    Series right = link.to().series();
    boolean forbidden = left != right && apart.forbids(left, right);
    if (!forbidden && register.join(left, right)) {
      keepBetter(revision, link);
    }
  }

  /** Joins because a person said so after all that may speak against it. */
  void uniteAsSaid(Ruling.Follows said, Revision revision, Revision earlier) {
    boolean forbidden = apart.forbidsSince(said, revision.series(), earlier.series());
    if (!forbidden && register.join(revision.series(), earlier.series())) {
      keepBetter(revision, Link.said(said, earlier));
    }
  }

  private static void keepBetter(Revision revision, Link link) {
    boolean better = revision.link().isEmpty() || isBetter(link, revision.link().get());
    if (better && opensCircle(revision, link)) {
      revision.linkTo(link);
    }
  }

  /** Stated beats likely; of stated ones the nearest version, and the one with more evidence. */
  private static boolean isBetter(Link link, Link old) {
    if (old.isByPerson()) {
      return false;
    }
    if (link.isStated() != old.isStated()) {
      return link.isStated();
    }
    int nearer = link.to().version().compareTo(old.to().version());
    boolean more = link.to() == old.to() && link.evidence().size() > old.evidence().size();
    return link.isStated() && (nearer > 0 || more);
  }

  /**
   * Links lead from one revision to another and never back: where this one would, it takes the
   * place of a likely one that closes the circle, or is left out.
   */
  private static boolean opensCircle(Revision revision, Link link) {
    Revision each = link.to();
    while (each != revision && each.link().isPresent()) {
      Link onward = each.link().get();
      if (onward.to() == revision) {
        if (onward.isStated() || !link.isStated()) {
          return false;
        }
        each.unlink();
        return true;
      }
      each = onward.to();
    }
    return each != revision;
  }
}
