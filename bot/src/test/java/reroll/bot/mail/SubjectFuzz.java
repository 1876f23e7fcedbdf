package reroll.bot.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Any text can be a subject. */
public final class SubjectFuzz {
  private SubjectFuzz() {}

  public static List<byte[]> seeds() {
    return Stream.of(
            "[PATCH v3 02/17] mm: fix it",
            "[RFC PATCH bpf-next v2 0/5] bpf: more",
            "[PATCH RESEND 6.1 001/120] x86: less",
            "Re: [PATCH v5.1 10/12] net: a {b => c}",
            "[GIT PULL] kvm: for 6.9",
            "[net-next,v2,1/3] tcp: fast path",
            "[PATCH AUTOSEL 5.15 3/9] usb: no")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  public static void fuzzerTestOneInput(byte[] bytes) {
    PatchSubject.parse(new String(bytes, StandardCharsets.UTF_8))
        .ifPresent(
            subject -> {
              if (subject.total() < 1) {
                throw new AssertionError("a posting of " + subject.total() + " patches");
              }
            });
  }
}
