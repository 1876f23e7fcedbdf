package reroll.connectors.chat.slack;

import java.net.URI;
import java.util.Optional;
import reroll.connectors.chat.Incoming;

/**
 * Something that a person said, typed behind the slash command, or pressed. Immutable.
 *
 * @param answerTo where an answer can be sent for half an hour without being in the channel
 */
record Heard(Incoming said, Optional<URI> answerTo) {}
