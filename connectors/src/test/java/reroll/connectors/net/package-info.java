/**
 * Bad lines and bad servers for tests: {@link reroll.connectors.net.CuttingProxy}, {@link
 * reroll.connectors.net.RawServer}.
 */
package reroll.connectors.net;
