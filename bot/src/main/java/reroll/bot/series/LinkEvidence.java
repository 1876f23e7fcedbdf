package reroll.bot.series;

import java.time.Instant;
import reroll.bot.mail.MessageId;

/**
 * One reason why a revision is held to follow another. Kept on every link, so that a person can ask
 * why. From the strongest to the weakest.
 */
public sealed interface LinkEvidence {
  /** The word for this kind in exports. */
  String kind();

  /** Whether somebody says so, rather than that it looks so. */
  default boolean isStated() {
    return false;
  }

  /** A person linked them. */
  record ByPerson(String by, Instant at) implements LinkEvidence {
    @Override
    public String kind() {
      return "person";
    }

    @Override
    public boolean isStated() {
      return true;
    }
  }

  /** Both carry b4's id of the series. */
  record ChangeId(String id) implements LinkEvidence {
    @Override
    public String kind() {
      return "change-id";
    }

    @Override
    public boolean isStated() {
      return true;
    }
  }

  /** The author links to a mail of the other. */
  record StatedLink(MessageId target) implements LinkEvidence {
    @Override
    public String kind() {
      return "link";
    }

    @Override
    public boolean isStated() {
      return true;
    }
  }

  /** Posted as an answer to a mail of the other. */
  record Answers(MessageId parent) implements LinkEvidence {
    @Override
    public String kind() {
      return "thread";
    }
  }

  /** The titles of the whole are equal. */
  record SameTitle(String title) implements LinkEvidence {
    @Override
    public String kind() {
      return "title";
    }
  }

  /** Some patches have equal titles. */
  record SharedPatches(int shared, int of) implements LinkEvidence {
    @Override
    public String kind() {
      return "patch-titles";
    }
  }

  /** The changed lines are alike. */
  record LikeContent(int percent) implements LinkEvidence {
    @Override
    public String kind() {
      return "content";
    }
  }

  /** Some of the same files are changed. */
  record SharedFiles(int shared, int of) implements LinkEvidence {
    @Override
    public String kind() {
      return "files";
    }
  }

  /** The same person wrote both. */
  record SameAuthor(String author) implements LinkEvidence {
    @Override
    public String kind() {
      return "author";
    }
  }
}
