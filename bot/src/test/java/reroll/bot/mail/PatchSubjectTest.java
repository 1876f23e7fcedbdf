package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What subjects say, as people write them. */
class PatchSubjectTest {
  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        // A tree, a version, a counter with a leading zero.
        "S01; [PATCH bpf-next v2 03/12] bpf: x; v2 3/12 bpf-next",
        // Commas.
        "S02; [PATCH v6,19/24] x; v6 19/24",
        "S03; [PATCH net-next,v3,0/4] x; v3 0/4 net-next",
        "S03; [PATCH v2,net-next] x; v2 net-next",
        // Glued and shouted.
        "S04; [PATCHv3 1/2] x; v3 1/2",
        "S04; [PATCH-v3] x; v3",
        "S04; [PATCH -v3] x; v3",
        "S04; [PATCH_v3] x; v3",
        "S04; [RFCv2 1/3] x; v2 1/3 rfc",
        "S04; [RFC v2] x; v2 rfc",
        "S04; [v3 PATCH] x; v3",
        "S04; [PATCH V3] x; v3",
        "S04; [Patch v3] x; v3",
        "S04; [RFCv3 00/15] x; v3 0/15 rfc",
        "S04; [v2 PATCH] x; v2",
        "S04; [PATCH:v3 1/2] x; v3 1/2",
        "S04; [PATCH v 3] x; v3",
        "S04; [PATCH v.3] x; v3",
        "S04; [PATCH version 3] x; v3",
        "S04; [PATCH take 3] x; v3",
        "S04; [PATCH take #3] x; v3",
        "S04; [RFC/RFT] x; v1 RFT rfc",
        "S04; [PATCH/RFC v2 1/3] x; v2 1/3 rfc",
        // The version behind the counter.
        "S05; [PATCH 4/4 v2] x; v2 4/4",
        "S05; [PATCHSET 0/4 v2] x; v2 0/4",
        "S05; [PATCH 00/31 v4] x; v4 0/31",
        // Several brackets.
        "S06; [net-next][PATCH v2 1/3] x; v2 1/3 net-next",
        "S06; [RESEND][PATCH v4] x; v4 resent",
        "S06; [PATCH][next] x; v1 next",
        "S06; \"[PATCH v2] [RFC] x\"; v2 rfc",
        "S06; \"[PATCH v2] [RFC] 1/3: x\"; v2 1/3 rfc",
        "S06; [PATCH 1/3][v2] x; v2 1/3",
        "S06; [PATCH v2 [1/3]] x; v2 1/3",
        "S06; \"[pond-devel] [PATCH v2 1/3] x\"; v2 1/3 pond-devel",
        // A version in the title counts only where the tags have none.
        "S07; [PATCH] x (v3); v3",
        "S07; [PATCH v2] x (v3); v2",
        "S07; \"[PATCH] v3: x\"; v3",
        "S07; \"[PATCH 0/2] v2: x\"; v2 0/2",
        "S07; [PATCH v2 0/2] hardening v2; v2 0/2",
        "S07; [PATCH 0/2] hardening v2; v1 0/2",
        "S07; [PATCH 1/2] x (v3); v1 1/2",
        // Fractions of versions and of counters.
        "S08; [PATCH v5.1 10/12] x; v5.1 10/12",
        "S08; [PATCH v2.1 14/12] x; v2.1 14/12",
        "S08; [PATCH v2.1 6.5/70] x; v2.1 6.5/70",
        "S08; [PATCH v2.1 05/14] x; v2.1 5/14",
        "S08; [PATCH v1.5 0/9] x; v1.5 0/9",
        "S08; [PATCH v2.1 0/8] x; v2.1 0/8",
        "S09; [PATCH 2.5/4] x; v1 2.5/4",
        "S09; [RFC][PATCH 1.5/2] x; v1 1.5/2 rfc",
        "S09; [PATCH 0.5/5] x; v1 0.5/5",
        "S09; [PATCH v6.1 RFC 02.1/12] x; v6.1 2.1/12 rfc",
        "S09; [PATCH v10.1 1.1/15] x; v10.1 1.1/15",
        // More patches than were announced.
        "S10; [PATCH 6/5] x; v1 6/5",
        "S10; [PATCHv2 8/7] x; v2 8/7",
        "S10; [PATCH 16/15] x; v1 16/15",
        "S10; [PATCH 17/15] x; v1 17/15",
        // Kernel releases are no versions and no counters.
        "S11; [PATCH 5.10/5.15] x; v1 5.10 5.15",
        "S11; [PATCH 6.1/6.6/6.12 v2 1/3] x; v2 1/3 6.1 6.6 6.12",
        "S12; [PATCH 6.1 001/120] x; v1 1/120 6.1",
        "S12; [PATCH 6.18 000/430] 6.18.3-rc1 review; v1 0/430 6.18",
        "S12; [PATCH v5.10.y 1/1] x; v1 1/1 v5.10.y",
        "S12; [PATCH 6.2 0754/1001] x; v1 754/1001 6.2",
        "S12; [PATCH AUTOSEL 6.1 1/5] x; v1 1/5 6.1",
        "S12; [PATCH 5.15 v2 1/3] x; v2 1/3 5.15",
        "S12; \"[PATCH v2 00/14, v5.10-stable] x\"; v2 0/14 v5.10-stable",
        "S13; [PATCH for-6.18 v2] x; v2 for-6.18",
        "S13; [PATCH v6.20] x; v1 v6.20",
        "S13; [PATCH v6.18-rc3 1/2] x; v1 1/2 v6.18-rc3",
        "S13; [PATCH v2 for 6.18] x; v2 for 6.18",
        // Titles are not searched for versions and counters that are something else.
        "S15; [PATCH] net/ipv4: fix v6 mapped; v1",
        "S15; [PATCH] gpio: F81504/508/512 support; v1",
        "S15; [PATCH] media: v4l2: x; v1",
        "S15; \"[PATCH] ipv6: x\"; v1",
        "S15; \"[PATCH] usbdev3: x\"; v1",
        "S15; \"[PATCH] x [was: y v3]\"; v1",
        "S15; \"[PATCH] lpass-codec-v25-x: y\"; v1",
        "S15; \"[PATCH v2] x [PATCH v3 1/2]\"; v2",
        // Counters.
        "S16; [PATCH1/8] x; v1 1/8",
        "S16; [PATCH 1 of 5] x; v1 1/5",
        "S16; [PATCH 12345/20000] x; v1 12345/20000",
        "S16; [PATCH 0/1] x; v1 0/1",
        "S16; [PATCH 1/1] x; v1 1/1",
        "S16; [PATCH v2 1 / 3] x; v2 1/3",
        "S16; [PATCH 1001/1200] x; v1 1001/1200",
        "S16; [PATCH 0/0] x; v1",
        "S16; [PATCH 1/0] x; v1",
        "S16; [PATCH v2 1/3]x; v2 1/3",
        // Posted again.
        "S20; [PATCH RESEND v4 2/7] x; v4 2/7 resent",
        "S20; [PATCH v3 (repost)] x; v3 resent",
        "S20; \"[PATCH v3, RESEND] x\"; v3 resent",
        "S20; [PATCH v2 0/1 RESEND] x; v2 0/1 resent",
        "S20; [RESEND] [PATCH v4] x; v4 resent",
        "S20; [REPOST PATCH 1/2] x; v1 1/2 resent",
        // An RFC has a count of its own.
        "S21; [RFC PATCH v3 0/2] x; v3 0/2 rfc",
        "S21; [PATCH RFC v3] x; v3 rfc",
        "S21; [RFC v2 0/5] x; v2 0/5 rfc",
        // Projects.
        "S22; [PATCH blktests v2] x; v2 blktests",
        "S22; [PATCH liburing 1/2] x; v1 1/2 liburing",
        "S22; [PATCH iproute2-next v3] x; v3 iproute2-next",
        "S22; [PATCH wireless-next v3] x; v3 wireless-next",
        "S22; [PATCHSET 0/4] x; v1 0/4",
        "S22; [PATCH kvm-unit-tests 1/3] x; v1 1/3 kvm-unit-tests",
      })
  void aSubjectIsReadAsItsAuthorMeantIt(String row, String subject, String meaning) {
    assertThat(PatchSubject.parse(subject).map(PatchSubjectTest::meaning)).contains(meaning);
  }

  private static String meaning(PatchSubject subject) {
    List<String> words = new ArrayList<>();
    words.add(subject.version().toString());
    subject.counter().ifPresent(counter -> words.add(counter.toString()));
    words.addAll(subject.tags());
    if (subject.rfc()) {
      words.add("rfc");
    }
    if (subject.resent()) {
      words.add("resent");
    }
    return String.join(" ", words);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "[ANNOUNCE] git 2.50",
        "Re: [PATCH v2 1/2] x",
        "RE: [PATCH] x",
        "Re: Re: [PATCH] x",
        "Re[2]: [PATCH] x",
        "AW: [PATCH] x",
        "SV: [PATCH] x",
        "VS: [PATCH] x",
        "Antw: [PATCH] x",
        "TR: [PATCH] x",
        "回复：[PATCH] x",
        "回覆: [PATCH] x",
        "答复: [PATCH] x",
        "[External] Re: [PATCH] x",
        "[PATCH v2 1/2] Re: x",
        "Re: [External] [PATCH] x",
        "[tip: x86/urgent] x",
        "[syzbot] x",
        "[bug report] x",
        "x",
        "[]",
        "[PATCH v2 1/3",
        "Fwd: [PATCH] x",
        "FW: [PATCH] x",
        "",
        "   ",
      })
  void repliesAndOtherMailsAreNoPatches(String subject) { // S19
    assertThat(PatchSubject.parse(subject).filter(PatchSubject::marked)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"[RESEND v13 21/25] x", "[v3 1/2] x"})
  void withoutTheWordPatchTheBodyDecides(String subject) {
    assertThat(PatchSubject.parse(subject)).isPresent();
    assertThat(PatchSubject.parse(subject).map(PatchSubject::marked)).contains(false);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"[GIT PULL] x for v6.18-rc3, 1", "[GIT PULL v2] x, 2"})
  void aPullRequestIsOne(String subject, int version) {
    Optional<PatchSubject> pull = PatchSubject.parse(subject);
    assertThat(pull.map(PatchSubject::pull)).contains(true);
    assertThat(pull.map(p -> p.version().major())).contains(version);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"[PATCH 6.1 001/120] x", "[PATCH v5.10.y 1/1] x", "[PATCH v6.20] x"})
  void aKernelReleaseIsATree(String subject) {
    assertThat(PatchSubject.parse(subject).orElseThrow().trees()).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "[PATCH v2] x, true, x",
    "[PATCH] x (v3), false, x (v3)",
    "[PATCH] v3: x, false, v3: x",
    "[PATCH] x, false, x",
    "[PATCH v2 1/2] [was: y] x, true, x",
    "[PATCH], false, ''",
  })
  void whetherTheTagsGiveTheVersionIsKept(String subject, boolean given, String title) {
    PatchSubject parsed = PatchSubject.parse(subject).orElseThrow();

    assertThat(parsed.versionGiven()).isEqualTo(given);
    assertThat(parsed.title()).isEqualTo(title);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "[PATCH AUTOSEL 6.1 1/5] x, true",
    "[AUTOSEL PATCH 1/5] x, true",
    "[PATCH MANUALSEL 5.10] x, true",
    "[PATCH 6.1 1/5] x, false",
  })
  void aChoiceOfARobotIsKnown(String subject, boolean autosel) {
    assertThat(PatchSubject.parse(subject).orElseThrow().autosel()).isEqualTo(autosel);
  }

  @ParameterizedTest(name = "{0} characters")
  @ValueSource(ints = {998, 10_000, 1_000_000})
  void aSubjectOfAnyLengthIsReadAtOnce(int length) {
    String subject = "[PATCH " + "[v1 ".repeat(length / 4);
    assertThat(PatchSubject.parse(subject).map(p -> p.title().length()).orElse(0))
        .isLessThanOrEqualTo(length);
  }
}
