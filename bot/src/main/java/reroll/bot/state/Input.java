package reroll.bot.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reroll.bot.command.SourceHealth;
import reroll.bot.compare.ComparisonReport;
import reroll.bot.delivery.PostId;
import reroll.bot.follow.Subscription.Topic;
import reroll.bot.intake.IntakeBatch;
import reroll.bot.intake.IntakeEntry;

/**
 * Something from outside that changes the state. Immutable; holds all that the change depends on,
 * the time included, so that it can be done again from the journal.
 */
public sealed interface Input {
  /** When it came in. */
  Instant at();

  /** Changes the state. */
  void applyTo(BotState state);

  /**
   * Mail of a list, together with the cursor behind it: the two are saved at once or not at all.
   */
  record MailCame(Instant at, IntakeBatch batch) implements Input {
    @Override
    public void applyTo(BotState state) {
      state.learning().take(this);
    }
  }

  /**
   * Somebody said something.
   *
   * @param health how the reading of the lists goes at this moment
   */
  record Said(
      Instant at,
      String channel,
      String user,
      String eventId,
      Optional<String> thread,
      String text,
      boolean direct,
      List<SourceHealth> health)
      implements Input {
    public Said {
      health = List.copyOf(health);
    }

    /** The root of the thread in which an answer belongs: that of the question, or the question. */
    public String root() {
      return thread.orElse(eventId);
    }

    /** The post that answers. */
    public PostId answer() {
      return PostId.of(channel, "answer", eventId);
    }

    @Override
    public void applyTo(BotState state) {
      state.answering().take(this);
    }
  }

  /**
   * What an archive has of what was missing of a revision; empty where it has nothing.
   *
   * @param entries oldest first
   */
  record LookedUp(Instant at, long revision, List<IntakeEntry> entries) implements Input {
    public LookedUp {
      entries = List.copyOf(entries);
    }

    @Override
    public void applyTo(BotState state) {
      state.learning().take(this);
    }
  }

  /**
   * Two postings were compared, or could not be.
   *
   * @param post the answer that waits for it
   * @param report empty where there is none
   * @param problem why there is none, in one sentence; empty where there is one
   */
  record Compared(Instant at, PostId post, Optional<ComparisonReport> report, String problem)
      implements Input {
    @Override
    public void applyTo(BotState state) {
      state.answering().take(this);
    }
  }

  /** The configuration says something else than before of what channels subscribed. */
  record Configured(Instant at, List<Topic> subscriptions) implements Input {
    public Configured {
      subscriptions = List.copyOf(subscriptions);
    }

    @Override
    public void applyTo(BotState state) {
      long seen = state.tracker().lastNumber();
      state.audience().subscriptions().configure(subscriptions, at, seen);
    }
  }

  /**
   * The configuration was read again, or refused.
   *
   * @param asked the answers that wait for it
   * @param problems why it was refused, a line each; empty where it was taken up
   */
  record Reloaded(Instant at, List<PostId> asked, List<String> problems) implements Input {
    public Reloaded {
      asked = List.copyOf(asked);
      problems = List.copyOf(problems);
    }

    @Override
    public void applyTo(BotState state) {
      state.reloading().take(this);
    }
  }

  /**
   * The mails of a digest were read again, or could not be.
   *
   * @param post the digest
   * @param text what stands in its file; empty where there is none
   * @param problem why there is none, in one sentence; empty where there is one
   */
  record DigestRead(Instant at, PostId post, Optional<String> text, String problem)
      implements Input {
    @Override
    public void applyTo(BotState state) {
      state.digesting().take(this);
    }
  }

  /** Time went by, and something waited for that. */
  record TimeCame(Instant at) implements Input {
    @Override
    public void applyTo(BotState state) {
      state.telling().tell(at);
    }
  }

  /**
   * Digests are due, and the lists were looked at since.
   *
   * @param health how the reading of the lists goes at this moment
   */
  record DigestsDue(Instant at, List<SourceHealth> health) implements Input {
    public DigestsDue {
      health = List.copyOf(health);
    }

    @Override
    public void applyTo(BotState state) {
      state.scheduling().take(this);
    }
  }

  /** A post is about to be handed to its chat; from now on it may be there. */
  record SendingBegan(Instant at, PostId post) implements Input {
    @Override
    public void applyTo(BotState state) {
      state.outbox().begin(post);
    }
  }

  /**
   * A post is done with.
   *
   * @param refusal why the chat will never take it; empty where people can see it
   * @param name by which the chat changes it; empty where that cannot be
   */
  record PostSettled(Instant at, PostId post, Optional<String> refusal, Optional<String> name)
      implements Input {
    @Override
    public void applyTo(BotState state) {
      state.settling().take(this);
    }
  }

  /** Somebody wants posts sent that their chats refused. */
  record Retried(Instant at, Set<PostId> posts) implements Input {
    public Retried {
      posts = Set.copyOf(posts);
    }

    @Override
    public void applyTo(BotState state) {
      state.outbox().retry(posts);
    }
  }

  /** Somebody wants to hear no more of posts that their chats refused. */
  record Forgotten(Instant at, Set<PostId> posts) implements Input {
    public Forgotten {
      posts = Set.copyOf(posts);
    }

    @Override
    public void applyTo(BotState state) {
      state.outbox().deadLetters().drop(posts::contains);
    }
  }
}
