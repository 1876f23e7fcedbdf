package reroll.bot.config;

import reroll.connectors.port.Setting;

/**
 * Where the monitor tells health and metrics. Immutable.
 *
 * @param address to which the port is bound; nobody is asked for a password there
 */
public record MonitorConfig(
    @Setting(
            value = "the port on which health and metrics are told; 0 for any that is free",
            sample = "9464",
            fallback = "9464",
            least = "0",
            most = "65535")
        int port,
    @Setting(
            value = "the address of this machine on which the monitor can be reached",
            sample = "127.0.0.1",
            fallback = "127.0.0.1")
        String address) {}
