package reroll.bot.config;

import java.time.ZoneId;
import java.util.Optional;
import reroll.connectors.port.Setting;

/** The keys of one channel, but for its subscriptions. */
record ChannelKeys(
    @Setting(
            value =
                "the time zone of days in this channel, where it is another than that of the file",
            sample = "America/New_York")
        Optional<ZoneId> zone) {}
