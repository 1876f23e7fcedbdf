package reroll.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.bot.digest.Calendar;
import reroll.bot.digest.DigestForm;
import reroll.bot.log.LogForm;
import reroll.bot.schedule.Schedule;
import reroll.bot.schedule.TimetableWords;
import reroll.connectors.archive.files.FilesArchive;
import reroll.connectors.archive.git.GitArchive;

/** What a good file says. */
class ConfigLoaderTest {
  @TempDir private Path folder;

  @Test
  void everyKeyIsRead() throws Exception {
    BotConfig config =
        load(
            """
            state: ./state
            zone: Europe/Berlin
            snapshot-every: 90s
            quiet: 5m
            log: json
            mails: 40000
            lookup: https://lore.kernel.org/all/
            lists:
              kvm:
                title: Kernel-based Virtual Machine
                web: https://lore.kernel.org/kvm/
                poll: 2h
                start: 2026-01-01
                archive:
                  type: git
                  path: /srv/lore/kvm
              qemu-devel:
                archive: {type: files, path: qemu.mbox.gz}
            groups:
              virt: KVM qemu-devel
            schedules:
              morning:
                channel: terminal
                when: weekdays 09:00
                digest: virt path:virt/** -kind:rfc full
            tags:
              v6.19-rc1: 2026-02-22
              v6.19: 2026-04-12T20:00Z
            """);

    assertThat(config.state()).isEqualTo(folder.resolve("state"));
    assertThat(config.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(config.calendar().tags())
        .containsEntry("v6.19-rc1", Instant.parse("2026-02-21T23:00:00Z"))
        .containsEntry("v6.19", Instant.parse("2026-04-12T20:00:00Z"));
    assertThat(config.snapshotEvery()).isEqualTo(Duration.ofSeconds(90));
    assertThat(config.quiet()).isEqualTo(Duration.ofMinutes(5));
    assertThat(config.log()).isEqualTo(LogForm.JSON);
    assertThat(config.maxMails()).isEqualTo(40_000);
    assertThat(config.lists()).extracting(ListConfig::name).containsExactly("kvm", "qemu-devel");
    assertThat(config.groups())
        .containsExactly(new GroupConfig("virt", List.of("kvm", "qemu-devel")));
    assertThat(config.schedules())
        .containsExactly(
            new Schedule(
                "morning",
                "terminal",
                "virt",
                DigestForm.FULL,
                "path:virt/** -kind:rfc",
                TimetableWords.parse(List.of("weekdays", "09:00"), ZoneId.of("Europe/Berlin"))
                    .timetable(),
                ""));
    ListConfig kvm = config.lists().get(0);
    assertThat(kvm.title()).isEqualTo("Kernel-based Virtual Machine");
    assertThat(kvm.web()).contains("https://lore.kernel.org/kvm/");
    assertThat(kvm.poll()).isEqualTo(Duration.ofHours(2));
    assertThat(kvm.start()).isEqualTo(Start.on(LocalDate.of(2026, 1, 1)));
    assertThat(config.lookup()).contains(URI.create("https://lore.kernel.org/all/"));
    assertThat(kvm.archive())
        .isEqualTo(
            new ArchiveConfig<>(
                GitArchive.FACTORY, new GitArchive.Settings(Path.of("/srv/lore/kvm"))));
    assertThat(config.lists().get(1).archive())
        .isEqualTo(
            new ArchiveConfig<>(
                FilesArchive.FACTORY, new FilesArchive.Settings(folder.resolve("qemu.mbox.gz"))));
  }

  @Test
  void whatIsLeftOutHasADefault() throws Exception {
    BotConfig config =
        load(
            """
            state: state
            lists:
              kvm:
                archive: {type: git, path: kvm}
            """);

    assertThat(config.zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(config.calendar()).isEqualTo(Calendar.of(ZoneId.of("UTC")));
    assertThat(config.snapshotEvery()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.quiet()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.maxMails()).isEqualTo(200_000);
    assertThat(config.lookup()).isEmpty();
    assertThat(config.lists().get(0).start()).isEqualTo(Start.ALL);
    assertThat(config.lists().get(0).title()).isEmpty();
    assertThat(config.lists().get(0).web()).isEmpty();
    assertThat(config.lists().get(0).poll()).isEqualTo(Duration.ofMinutes(1));
  }

  private BotConfig load(String yaml) throws IOException, ConfigProblems {
    Path file = Files.writeString(folder.resolve("reroll.yaml"), yaml);
    return ConfigLoader.load(file, Map.of());
  }
}
