package reroll.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Robots are known by their addresses (PROTOCOLS E.3). */
class RobotsTest {
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "lkp@intel.com",
        "syzbot+0123456789abcdef0123@syzkaller.appspotmail.com",
        "patchwork-bot+netdevbpf@kernel.org",
        "pr-tracker-bot@kernel.org",
        "tip-bot2@linutronix.de",
        "tip-bot@zytor.com",
        "bot+bpf-ci@kernel.org",
        "sashiko-bot@kernel.org",
        "noreply@github.example",
        "no-reply@builds.example",
        "buildbot@pond.example",
        "pond-ci@pond.example",
        "LKP@Intel.com",
      })
  void aRobotIsOne(String address) {
    assertThat(Robots.isRobot(new Person("x", address))).isTrue();
  }

  @Test
  void aNameCanTellToo() {
    assertThat(Robots.isRobot(new Person("kernel test robot", "x@intel.com"))).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "ann@alder.example",
        "abbot@abbey.example",
        "talbot@lancia.example",
        "cindy@bot.example",
        "bottom@dream.example",
        "lucia@pond.example",
        "francis@pond.example",
        "ann@robots.example",
        "",
        "bot",
      })
  void aPersonIsNone(String address) {
    assertThat(Robots.isRobot(new Person("Ann", address))).isFalse();
  }

  @Test
  void anAddressWithoutEndIsLookedAtAtOnce() {
    assertThat(Robots.isRobot(Person.parse("<" + "ci+".repeat(100_000) + "@b.example>"))).isFalse();
  }
}
