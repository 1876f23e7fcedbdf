package reroll.bot.series;

import reroll.bot.mail.Reply;

/** What a mail changed in what is known of series. */
public sealed interface SeriesEvent {
  Revision revision();

  /** A revision began to arrive, or more of it did. */
  record Grew(Revision revision, TrackedMail mail) implements SeriesEvent {}

  /** A revision was found to follow another. */
  record Linked(Revision revision, Link link) implements SeriesEvent {}

  /** A person said what a revision belongs to, or took that back. */
  record Ruled(Revision revision) implements SeriesEvent {}

  /** Somebody answered. */
  record Answered(Revision revision, Reply reply) implements SeriesEvent {}
}
