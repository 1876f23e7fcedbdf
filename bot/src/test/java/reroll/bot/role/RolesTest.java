package reroll.bot.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesTest {
  private static final Roles ROLES =
      new Roles(
          Map.of(
              "work/U1", Role.ADMIN,
              "work/U2", Role.EVERYONE,
              "work/C1", Role.MEMBER),
          Map.of(Right.LINK, Role.ADMIN, Right.FOLLOW, Role.MEMBER),
          Role.EVERYONE);

  @ParameterizedTest
  @CsvSource({
    "work/C9, U1, ADMIN",
    "work/C1, U1, ADMIN",
    "work/C1, U2, EVERYONE",
    "work/C1, U3, MEMBER",
    "work/C9, U3, EVERYONE",
    "home/C1, U1, EVERYONE",
    "home/C1, work/U1, EVERYONE",
    "terminal, you, EVERYONE",
  })
  void whatIsSaidOfAPersonCountsBeforeWhatIsSaidOfTheRoom(String channel, String user, Role role) {
    assertThat(ROLES.of(channel, user)).isEqualTo(role);
  }

  @ParameterizedTest
  @CsvSource({
    "U1, ASK, true",
    "U1, ADMINISTER, true",
    "U3, ASK, true",
    "U3, FOLLOW, true",
    "U3, SUBSCRIBE, true",
    "U3, SCHEDULE, true",
    "U3, LINK, false",
    "U3, ADMINISTER, false",
    "U2, ASK, true",
    "U2, FOLLOW, false",
    "U2, SUBSCRIBE, false",
  })
  void aRightNeedsTheRoleThatIsConfiguredOrTheUsualOne(String user, Right right, boolean may) {
    assertThat(ROLES.may("work/C1", user, right)).isEqualTo(may);
  }

  @Test
  void whereNobodyIsNamedAllAreMembersAndAtTheTerminalSitsTheAdmin() {
    assertThat(Roles.UNNAMED.may("work/C1", "U1", Right.SUBSCRIBE)).isTrue();
    assertThat(Roles.UNNAMED.may("work/C1", "U1", Right.ADMINISTER)).isFalse();
    assertThat(Roles.TERMINAL.may("terminal", "you", Right.ADMINISTER)).isTrue();
  }
}
