package reroll.bot.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import reroll.connectors.port.Setting;

/** The keys of one list, but for its archive. */
record ListKeys(
    @Setting(value = "what the list is, in a few words", sample = "Kernel-based Virtual Machine")
        Optional<String> title,
    @Setting(value = "where people read its mails", sample = "https://lore.kernel.org/kvm/")
        Optional<URI> web,
    @Setting(
            value = "how often the archive is asked for new mail",
            sample = "1m",
            fallback = "1m",
            least = "1s",
            most = "1d")
        Duration poll,
    @Setting(
            value =
                "from where the list is read for the first time: now, so long ago, a day, or all",
            sample = "7d")
        Optional<Start> start) {}
