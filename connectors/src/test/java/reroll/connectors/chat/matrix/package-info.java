/** Tests of Matrix: against a scripted homeserver, and ({@code *RealIT}) against a real Synapse. */
package reroll.connectors.chat.matrix;
