package reroll.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code reroll series} writes for other programs. */
class SeriesCliTest {
  private static final String MBOX =
      """
      From ann@alder.example Mon Mar  2 10:00:00 2026
      From: Ann Alder <ann@alder.example>
      Subject: [PATCH 1/2] pond: weed
      Message-ID: <one@alder.example>

      ---
      diff --git a/pond b/pond

      From ann@alder.example Mon Mar  2 10:01:00 2026
      From: Ann Alder <ann@alder.example>
      Subject: [PATCH 2/2] pond: feed
      Message-ID: <two@alder.example>
      In-Reply-To: <one@alder.example>

      ---
      diff --git a/pond b/pond

      From bob@birch.example Mon Mar  2 11:00:00 2026
      From: Bob Birch <bob@birch.example>
      Subject: Re: (subset) [PATCH 1/2] pond: weed
      Message-ID: <1.2.b4-ty@birch.example>
      In-Reply-To: <one@alder.example>

      Applied to pond/next, thanks!

      [2/2] pond: feed
            commit: 0123456789ab
      """;

  @TempDir private Path folder;

  @Test
  void theExportTellsHowARevisionStandsAndWhoAppliedWhat() throws Exception {
    Path mbox = Files.writeString(folder.resolve("pond.mbox"), MBOX);
    // The last mail of a file that was just written may go on.
    Files.setLastModifiedTime(mbox, FileTime.from(Instant.parse("2026-03-03T00:00:00Z")));
    CommandRun run = new CommandRun();

    assertThat(run.run("series", "--archive", mbox.toString(), "--format", "jsonl")).isZero();
    assertThat(run.out.toString().lines())
        .singleElement()
        .asString()
        .contains(
            "\"patches\":{\"1\":\"one@alder.example\",\"2\":\"two@alder.example\"}",
            "\"standing\":\"applied-in-part\"",
            "\"how\":\"b4\",\"by\":\"Bob Birch <bob@birch.example>\"",
            "\"where\":\"pond/next\",\"subset\":true,\"patches\":[2]");
  }
}
