package reroll.bot.config;

import java.util.Optional;
import reroll.connectors.port.Setting;

/** The keys of one schedule. */
record ScheduleKeys(
    @Setting(
            value = "the channel to which it comes: the chat's name, a slash, the room",
            sample = "matrix/#kvm:example.org")
        String channel,
    @Setting(value = "when it comes", sample = "weekdays 09:00 Europe/Berlin") String when,
    @Setting(
            value =
                "a list, a group or all, then a filter, then full or classic for all of it as a file",
            sample = "kvm full")
        Optional<String> digest) {}
