package reroll.bot.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Any words can be said to the bot; it answers, or says nothing. */
public final class CommandFuzz {
  private static final ThreadLocal<CommandLab> LAB = ThreadLocal.withInitial(CommandFuzz::lab);

  private CommandFuzz() {}

  private static CommandLab lab() {
    CommandLab lab = new CommandLab("pond", "river");
    lab.patch(Duration.ofHours(9), "[PATCH] pond: drain it");
    lab.patch(Duration.ofHours(8), "[PATCH v2] pond: drain it");
    lab.patch(Duration.ofHours(7), "[PATCH v2 0/3] fish: more of them");
    return lab;
  }

  public static List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (String word : new Commands().words()) {
      seeds.add(word.getBytes(StandardCharsets.UTF_8));
      seeds.add((word + " pond \"page cache\" #1 v1..v2").getBytes(StandardCharsets.UTF_8));
    }
    seeds.add(
        "!schedule weekly monday 08:30 Europe/Berlin all full".getBytes(StandardCharsets.UTF_8));
    seeds.add("!digest pond 2026-03-01..2026-03-08 classic".getBytes(StandardCharsets.UTF_8));
    return seeds;
  }

  public static void fuzzerTestOneInput(byte[] bytes) {
    LAB.get().answer(new String(bytes, StandardCharsets.UTF_8));
  }
}
