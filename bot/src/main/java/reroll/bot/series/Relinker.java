package reroll.bot.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reroll.bot.mail.MessageId;

/**
 * Links revisions when something arrives that may say more of them: a mail of their own, or one of
 * a revision that they follow. A mail may be learned long after it arrived; what came after it is
 * then judged anew, so that series and links are those that would have been found at the time.
 */
final class Relinker {
  /** A revision of more patches makes others be judged anew at fewer of its mails. */
  private static final int FEW_PATCHES = 32;

  private final SeriesIndex index;
  private final SeriesRegister register;
  private final RerollLinker linker;
  private final Candidates candidates;
  private final SeriesJoiner joiner;
  private final RuledSeries ruled;

  Relinker(SeriesIndex index, SeriesRegister register, Rulings rulings) {
    this.index = index;
    this.register = register;
    KeptApart apart = new KeptApart(index, rulings);
    this.candidates = new Candidates(index);
    this.linker = new RerollLinker(index, candidates, apart);
    this.joiner = new SeriesJoiner(register, apart);
    this.ruled = new RuledSeries(index, register, rulings, linker, joiner);
  }

  /**
   * Links what a mail says more of.
   *
   * @param late whether mails that arrived later are known already
   * @return the revisions that follow another one now, each with its link
   */
  List<SeriesEvent> relinkAround(TrackedMail mail, boolean late) {
    Revision revision = mail.revision();
    Set<Revision> linking = new LinkedHashSet<>(index.takeLinkingTo(mail.id()));
    Set<Revision> others = new LinkedHashSet<>(index.answering(mail.id()));
    Map<Revision, Optional<Revision>> before = new LinkedHashMap<>();
    boolean first = revision.head() == mail && revision.patches().size() <= 1;
    // What is stated comes first: what only looks likely has to fit to it.
    for (Revision each : linking) {
      before.put(each, followed(each));
      linker.stated(each, each.mails()).forEach(link -> joiner.unite(each, link));
    }
    before.putIfAbsent(revision, followed(revision));
    relinkOwn(revision, mail, late || first);
    for (Revision each : others) {
      before.putIfAbsent(each, followed(each));
      relink(each, each.mails(), false);
    }
    if (late && (revision.patches().size() <= FEW_PATCHES || worthJudging(revision))) {
      relinkHeirs(mail, before);
    }
    List<Revision> together = ruled.around(before.keySet());
    together.forEach(each -> before.putIfAbsent(each, followed(each)));
    ruled.setUp(together);
    return changed(before);
  }

  /** Sets up anew what a person just said something of, or took it back. */
  void relinkAsSaid(Ruling ruling) {
    Set<Revision> named = new LinkedHashSet<>();
    for (MessageId id : ruling.mails()) {
      index.mail(id).map(TrackedMail::revision).ifPresent(named::add);
    }
    ruled.setUp(ruled.allAround(named));
    // A version that was said may be the one that others wait for.
    named.forEach(revision -> relinkAround(revision.head(), true));
  }

  private void relinkOwn(Revision revision, TrackedMail mail, boolean followed) {
    List<TrackedMail> copies = revision.others();
    boolean secondCopy = !copies.isEmpty() && copies.get(copies.size() - 1) == mail;
    if (secondCopy || !worthJudging(revision)) {
      linker.stated(revision, List.of(mail)).forEach(link -> joiner.unite(revision, link));
    } else {
      // A link without a label needs a likeness, which shows when more patches are here.
      relink(revision, revision.mails(), followed);
    }
  }

  private static Optional<Revision> followed(Revision revision) {
    return revision.link().map(Link::to);
  }

  private static List<SeriesEvent> changed(Map<Revision, Optional<Revision>> before) {
    List<SeriesEvent> events = new ArrayList<>();
    before.forEach(
        (revision, followed) ->
            revision
                .link()
                .filter(link -> !followed.equals(Optional.of(link.to())))
                .ifPresent(link -> events.add(new SeriesEvent.Linked(revision, link))));
    return events;
  }

  /** Judges anew what came after a mail that was learned late and may follow its revision. */
  private void relinkHeirs(TrackedMail mail, Map<Revision, Optional<Revision>> before) {
    Revision revision = mail.revision();
    for (Revision heir : candidates.heirs(mail)) {
      if (heir.series() == revision.series()
          || !linker.stated(heir, heir.mails()).isEmpty()
          || linker.mayFollow(heir, revision)) {
        before.putIfAbsent(heir, followed(heir));
        relink(heir, heir.mails(), true);
      }
    }
  }

  /**
   * Links a revision as well as what is known of it allows.
   *
   * @param news the mails of which to look at what they state
   * @param followed whether to judge it anew even if others follow it
   */
  private void relink(Revision revision, List<TrackedMail> news, boolean followed) {
    List<Link> stated = linker.stated(revision, news);
    stated.forEach(link -> joiner.unite(revision, link));
    boolean isStated = revision.link().filter(Link::isStated).isPresent();
    if (stated.isEmpty()
        && !isStated
        && worthJudging(revision)
        && (followed || !isFollowed(revision))) {
      relinkByLikeness(revision);
    }
  }

  /**
   * What looks likely while a posting comes in may look otherwise when all of it is here, so it is
   * judged anew until something else builds on it.
   */
  private void relinkByLikeness(Revision revision) {
    Series whole = revision.series();
    if (revision.link().isPresent()) {
      revision.unlink();
      register.part(revision);
    }
    linker.likeliest(revision).ifPresent(link -> joiner.unite(revision, link));
    restate(whole, revision.series());
  }

  /** What authors state holds, whoever moved. */
  private void restate(Series left, Series moved) {
    if (left == moved) {
      return;
    }
    List<Revision> all = new ArrayList<>(left.revisions());
    all.addAll(moved.revisions());
    boolean anyStated =
        all.stream().anyMatch(each -> each.link().filter(Link::isStated).isPresent());
    if (anyStated) {
      all.sort(Revision.BY_ARRIVAL);
      all.forEach(
          each -> linker.stated(each, each.mails()).forEach(link -> joiner.unite(each, link)));
    }
  }

  /** Long postings are judged at their first, second, fourth, eighth ... patch and when whole. */
  private static boolean worthJudging(Revision revision) {
    return Integer.bitCount(revision.patches().size()) <= 1 || revision.isComplete();
  }

  private static boolean isFollowed(Revision revision) {
    return revision.series().revisions().stream()
        .anyMatch(r -> r.link().map(link -> link.to() == revision).orElse(false));
  }
}
