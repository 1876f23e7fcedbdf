/**
 * A Slack of our own, on real HTTP and WebSocket sockets: as strict as Slack, with its words for
 * what it refuses, and able to fail in all the ways in which Slack fails. Starts at {@link
 * reroll.connectors.chat.slack.fake.FakeSlack}. Knows nothing of the adapter that it tests.
 */
package reroll.connectors.chat.slack.fake;
