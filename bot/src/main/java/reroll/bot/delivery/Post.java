package reroll.bot.delivery;

import java.time.Instant;
import java.util.Optional;
import reroll.connectors.chat.Attachment;
import reroll.templates.text.RichText;

/**
 * One message that Reroll owes to a channel. Immutable.
 *
 * @param file goes along with it
 * @param owedSince when its cause came in
 */
public record Post(
    PostId id,
    String channel,
    Place place,
    RichText text,
    Optional<Attachment> file,
    Instant owedSince) {}
