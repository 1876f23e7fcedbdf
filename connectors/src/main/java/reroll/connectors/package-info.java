/**
 * Everything that talks to the outside, and the visible lists of it ({@link
 * reroll.connectors.Connectors}). Knows bytes, protocols and retries; knows nothing of series. Of
 * the templates it uses the form of text alone.
 */
package reroll.connectors;
