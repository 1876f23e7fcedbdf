package reroll.bot.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PCI: Fix the reset                | pci fix the reset",
        "  mm/slab: x86_64 -- v2_form      | mm slab x86 64 v2 form",
        "mm: Fix it (was: mend it)         | mm fix it",
        "mm: fix it [resend]               | mm fix it",
        "mm: fix it (RFC) now              | mm fix it now",
        "mm: fix it (v12)                  | mm fix it",
        "mm: fix it v3                     | mm fix it",
        "mm: fix it v300                   | mm fix it v300",
        "mm: cgroup v2 now                 | mm cgroup v2 now",
        "v2: mm: fix it                    | mm fix it",
        "RFC: mm: fix it                   | mm fix it",
        "virtio: add vring_v2() (with it)  | virtio add vring v2 with it",
        "mm: use foo(void) [work]          | mm use foo void work",
        "Größe: für 中文 ½                 | größe für 中文 ½",
        "*** SUBJECT HERE ***              | ''",
        "EDITME: cover title               | ''",
        "!?                                | ''",
      })
  void titlesThatPeopleHoldForEqualHaveOneKey(String title, String key) {
    assertThat(Titles.key(title)).isEqualTo(key);
  }
}
