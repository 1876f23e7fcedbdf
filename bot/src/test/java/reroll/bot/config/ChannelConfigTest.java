package reroll.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.bot.role.Right;
import reroll.bot.role.Role;
import reroll.bot.role.Roles;

/** What the file may say of channels, teams and people, and what is said of it when it is wrong. */
class ChannelConfigTest {
  private static final String HEAD =
      """
      state: x
      lists:
        kvm: {archive: {type: git, path: kvm}}
        qemu: {archive: {type: git, path: qemu}}
      """;

  private static final String CHAT =
      """
      chats:
        work:
          type: slack
          bot-token: {env: BOT}
          app-token: {env: APP}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void maintainers() throws IOException {
    Files.writeString(folder.resolve("MAINTAINERS"), "POND\nM:\tAnn <ann@x.example>\nF:\tpond/\n");
  }

  @Test
  void channelsSubscribeToListsWithOneFilterOrSeveral() throws Exception {
    BotConfig config =
        load(
            """
            teams:
              storage: ann@example.org @storage.example
            maintainers: MAINTAINERS
            """
                + CHAT
                + """
                    channels:
                      C012AB:
                        subscriptions:
                          kvm: team:storage -kind:stable
                          QEMU: [subsystem:pond, "title:\\"page cache\\""]
                      "C034CD":
                        subscriptions: {qemu: ""}
                """);

    assertThat(config.chats().get(0).channels())
        .containsExactly(
            new ChannelConfig(
                "C012AB",
                Optional.empty(),
                List.of(
                    new ChannelConfig.Subscribed("kvm", "team:storage -kind:stable"),
                    new ChannelConfig.Subscribed("qemu", "subsystem:pond"),
                    new ChannelConfig.Subscribed("qemu", "title:\"page cache\""))),
            new ChannelConfig(
                "C034CD", Optional.empty(), List.of(new ChannelConfig.Subscribed("qemu", ""))));
    assertThat(config.vocabulary().teams())
        .isEqualTo(Map.of("storage", List.of("ann@example.org", "@storage.example")));
    assertThat(config.vocabulary().maintainers().size()).isEqualTo(1);
  }

  @Test
  void aChannelHasDaysOfItsOwnAndSoHaveItsSchedules() throws Exception {
    BotConfig config =
        load(
            "zone: Europe/Berlin\n"
                + CHAT
                + """
                    channels:
                      C1: {zone: America/New_York}
                schedules:
                  here: {channel: work/C1, when: daily 09:00}
                  there: {channel: work/C2, when: daily 09:00}
                """);
    assertThat(config.chats().get(0).channels().get(0).zone())
        .contains(ZoneId.of("America/New_York"));
    assertThat(config.schedules())
        .map(schedule -> schedule.timetable().zone().getId())
        .containsExactly("America/New_York", "Europe/Berlin");
  }

  @Test
  void peopleAndRoomsHaveRolesAndRightsNeedThem() throws Exception {
    Roles roles =
        load(CHAT
                + """
                roles:
                  work/U1: admin
                  work/C1: member
                rights:
                  link: admin
                  follow: member
                """)
            .roles();

    assertThat(roles.of("work/C1", "U1")).isEqualTo(Role.ADMIN);
    assertThat(roles.of("work/C1", "U2")).isEqualTo(Role.MEMBER);
    assertThat(roles.of("work/C2", "U2")).isEqualTo(Role.EVERYONE);
    assertThat(roles.neededFor(Right.LINK)).isEqualTo(Role.ADMIN);
    assertThat(roles.neededFor(Right.SUBSCRIBE)).isEqualTo(Role.MEMBER);
  }

  @Test
  void whereTheFileNamesNobodyAllAreMembersAndAtATerminalAllAreAdmins() throws Exception {
    assertThat(load(CHAT).roles()).isEqualTo(Roles.UNNAMED);
    assertThat(load("").roles()).isEqualTo(Roles.TERMINAL);
  }

  @Test
  void everythingWrongIsTold() throws Exception {
    assertThat(
            problems(
                """
                teams:
                  storage:
                  "a b": ann
                  net: "..."
                """
                    + CHAT
                    + """
                        channels:
                          C1:
                            subscriptions:
                              kvn: author:ann
                              kvm: autor:ann
                              qemu: [{a: b}]
                            subscription: {}
                          C2: all
                    roles:
                      U1: admin
                      home/U1: admin
                      work/U1: boss
                    rights:
                      lnik: admin
                    """))
        .containsExactly(
            "6: storage: here should stand addresses, or domains as @example.org, on one line",
            "7: \"a b\" cannot be a team's name; use letters, digits, - . _",
            "8: net: \"...\" names nobody",
            "17: \"kvn\" is no list of this file; did you mean kvm?",
            "18: kvm: Term 1, 'autor:ann': there is no key autor; did you mean author?",
            "19: qemu: a filter is one line, such as path:virt/**",
            "20: unknown key \"subscription\"; did you mean \"subscriptions\"?",
            "21: C2: here should stand the channel's keys, such as subscriptions:",
            "23: \"U1\" does not begin with a chat of this file and a slash, as in work/somebody",
            "24: \"home/U1\" does not begin with a chat of this file and a slash, as in"
                + " work/somebody",
            "25: \"boss\" is no role; known are everyone, member, admin",
            "27: \"lnik\" is no right; did you mean link?");
  }

  @Test
  void aMaintainersFileThatIsNoneIsTold() throws Exception {
    Files.writeString(folder.resolve("MAINTAINERS"), "nothing\n");

    assertThat(problems("maintainers: MAINTAINERS\n"))
        .singleElement()
        .asString()
        .contains("has no section with F: lines");
    assertThat(problems("maintainers: away\n"))
        .singleElement()
        .asString()
        .contains("there is no such file");
  }

  private List<String> problems(String rest) throws IOException {
    try {
      load(rest);
      return List.of();
    } catch (ConfigProblems wrong) {
      String file = folder.resolve("reroll.yaml") + ":";
      return wrong.problems().stream().map(what -> what.replace(file, "").strip()).toList();
    }
  }

  private BotConfig load(String rest) throws IOException, ConfigProblems {
    Path file = Files.writeString(folder.resolve("reroll.yaml"), HEAD + rest);
    return ConfigLoader.load(file, Map.of("BOT", "xoxb-1", "APP", "xapp-1"));
  }
}
