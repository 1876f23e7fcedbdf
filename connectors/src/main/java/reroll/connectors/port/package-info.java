/**
 * What all ports share: how a failure at the edge is told ({@link
 * reroll.connectors.port.ConnectorException}) and how an adapter declares what its part of the
 * configuration file may say ({@link reroll.connectors.port.Setting}), its secrets included ({@link
 * reroll.connectors.port.Secret}). Uses nothing but the JDK.
 */
package reroll.connectors.port;
