package reroll.bot.series;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import reroll.bot.mail.MailFacts;
import reroll.bot.mail.MailParser;
import reroll.bot.mail.MailReader;
import reroll.bot.mail.MessageId;

/** A mailing list on which tests let people talk; a tracker reads along. */
final class ListLab {
  static final String ANN = "Ann Ox <ann@example.org>";
  static final String BOB = "Bob Yak <bob@example.net>";

  private final int maxMails;
  private final Retention retention;
  SeriesTracker tracker;

  /** All that was sent, in order. */
  final List<Posted> posted = new ArrayList<>();

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private int mails;

  /** A mail as the list delivered it. */
  record Posted(MailFacts facts, Arrival arrival) {}

  ListLab() {
    this(100_000);
  }

  ListLab(int maxMails) {
    this(maxMails, Retention.FOR_EVER);
  }

  ListLab(int maxMails, Retention retention) {
    this.maxMails = maxMails;
    this.retention = retention;
    tracker = new SeriesTracker(maxMails, retention);
  }

  /** Saves what the tracker knows and goes on with one that was loaded from it. */
  void restart() {
    List<SavedSeries> saved = new ArrayList<>();
    tracker.save(saved::add);
    SeriesTracker loaded = new SeriesTracker(maxMails, retention);
    loaded.restoreRulings(List.copyOf(tracker.rulings().all()));
    loaded.restore(tracker.lastNumber(), saved);
    tracker = loaded;
  }

  /** Begins a mail; {@link Draft#send} puts it on the list. */
  Draft mail(String subject) {
    return new Draft(subject);
  }

  /** A single patch by Ann. */
  String patch(String subject) {
    return mail(subject).send();
  }

  /** A cover letter by Ann and patches below it, all of the same prefix: {@code PATCH v2}. */
  String series(String prefix, String title, String... patches) {
    String cover = mail("[" + prefix + " 0/" + patches.length + "] " + title).text("Hi.").send();
    for (int i = 0; i < patches.length; i++) {
      mail("[" + prefix + " " + (i + 1) + "/" + patches.length + "] " + patches[i])
          .answering(cover)
          .touching(patches[i].replaceAll("[^a-z]", "") + ".c")
          .send();
    }
    return cover;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void pass(int days) {
    pass(Duration.ofDays(days));
  }

  /** All series as lines such as {@code #1 v1(2/2) v2(2/2) Title}. */
  List<String> series() {
    return tracker.series().stream().map(ListLab::line).toList();
  }

  private static String line(Series series) {
    String revisions =
        series.revisions().stream()
            .map(r -> r.label() + "(" + r.received() + "/" + r.total() + ")")
            .collect(Collectors.joining(" "));
    return series + " " + revisions + " " + series.title();
  }

  Revision revisionOf(String id) {
    return tracker.mail(new MessageId(id)).orElseThrow().revision();
  }

  /** The kinds of evidence on the link of the revision of this mail. */
  List<String> evidence(String id) {
    return revisionOf(id).link().orElseThrow().evidence().stream().map(LinkEvidence::kind).toList();
  }

  /** A mail that is being written. */
  final class Draft {
    private final String subject;
    private final List<String> headers = new ArrayList<>();
    private String from = ANN;
    private String id = "mail-" + ++mails + "@example.org";
    private String text = "Do it.\n\nSigned-off-by: Ann Ox <ann@example.org>\n";
    private String notes = "";
    private String list = "lists";
    private List<String> files = List.of();
    private int seed;
    private boolean letter;

    private Draft(String subject) {
      this.subject = subject;
    }

    Draft by(String author) {
      from = author;
      return this;
    }

    Draft id(String messageId) {
      id = messageId;
      return this;
    }

    Draft withoutId() {
      id = "";
      return this;
    }

    Draft answering(String parent) {
      return header("In-Reply-To: <" + parent + ">\nReferences: <" + parent + ">");
    }

    Draft header(String line) {
      headers.add(line);
      return this;
    }

    Draft text(String body) {
      text = body + "\n";
      return this;
    }

    Draft notes(String belowTheLine) {
      notes = belowTheLine + "\n";
      return this;
    }

    Draft touching(String... paths) {
      files = List.of(paths);
      return this;
    }

    /** Makes it a letter without a patch, whatever its subject. */
    Draft withoutDiff() {
      letter = true;
      return this;
    }

    /** Changes other lines than a patch of another seed. */
    Draft changing(int otherLines) {
      seed = otherLines;
      return this;
    }

    Draft on(String name) {
      list = name;
      return this;
    }

    /** Sends it; returns its Message-ID. */
    String send() {
      now = now.plusSeconds(10);
      byte[] raw = raw().getBytes(StandardCharsets.UTF_8);
      MailFacts facts = MailReader.read(MailParser.parse(raw));
      Arrival arrival = new Arrival(list, "ref-" + mails, now);
      posted.add(new Posted(facts, arrival));
      tracker.accept(facts, arrival);
      return id;
    }

    private String raw() {
      StringBuilder mail = new StringBuilder();
      mail.append("From: ").append(from).append('\n');
      mail.append(id.isEmpty() ? "" : "Message-ID: <" + id + ">\n");
      headers.forEach(line -> mail.append(line).append('\n'));
      mail.append("Subject: ").append(subject).append("\n\n").append(text);
      if (!letter && !subject.startsWith("Re:") && !subject.contains(" 0/")) {
        mail.append("---\n").append(notes).append(diff());
      } else {
        mail.append(notes);
      }
      return mail.toString();
    }

    private String diff() {
      List<String> touched = files.isEmpty() ? List.of("main.c") : files;
      StringBuilder diff = new StringBuilder();
      for (String file : touched) {
        diff.append("diff --git a/").append(file).append(" b/").append(file);
        diff.append("\n--- a/").append(file).append("\n+++ b/").append(file);
        diff.append("\n@@ -1,2 +1,5 @@\n context\n");
        for (int i = 0; i < 4; i++) {
          diff.append("+\tcall_").append(file.hashCode() + 31 * i + 1009 * seed).append("();\n");
        }
      }
      return diff + "-- \n2.50.1\n";
    }
  }
}
