/**
 * What those who run the bot can ask it over HTTP: whether it lives ({@code /healthz}), whether it
 * is at work ({@code /readyz}), and its figures for Prometheus ({@code /metrics}). Start with
 * {@link reroll.bot.monitor.Monitor}. Looks only when asked; uses {@code run}, and alone knows the
 * JDK's HTTP server and Micrometer.
 */
package reroll.bot.monitor;
