package reroll.bot.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import reroll.bot.log.LogForm;
import reroll.connectors.port.Setting;

/** The keys at the top of the file, but for the lists, the chats, and who is who. */
record GeneralKeys(
    @Setting(value = "the folder for the snapshot and the journal", sample = "./state") Path state,
    @Setting(
            value = "the time zone of days in digests and answers",
            sample = "Europe/Berlin",
            fallback = "UTC")
        ZoneId zone,
    @Setting(
            value = "how often the state is saved whole",
            sample = "10m",
            fallback = "10m",
            least = "10s",
            most = "1d")
        Duration snapshotEvery,
    @Setting(
            value = "how long a card waits for what is missing, and for changes to gather",
            sample = "10m",
            fallback = "10m",
            least = "1s",
            most = "1d")
        Duration quiet,
    @Setting(
            value = "how many patch mails are kept in memory",
            sample = "40000",
            fallback = "200000",
            least = "1000")
        int mails,
    @Setting(
            value = "a public-inbox that is asked for mails which the lists did not bring",
            sample = "https://lore.kernel.org/all/")
        Optional<URI> lookup,
    @Setting(
            value = "the MAINTAINERS file that filters speak of with subsystem: and maintainer:",
            sample = "./MAINTAINERS")
        Optional<Path> maintainers,
    @Setting(
            value = "how the log is written: text, or json, an object in a line",
            sample = "json",
            fallback = "text")
        LogForm log,
    @Setting(
            value = "a folder of templates that take the place of those of the program",
            sample = "./templates")
        Optional<Path> templates) {}
