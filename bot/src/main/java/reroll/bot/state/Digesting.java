package reroll.bot.state;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reroll.bot.command.Call;
import reroll.bot.command.DigestAnswers;
import reroll.bot.delivery.Place;
import reroll.bot.delivery.Post;
import reroll.bot.delivery.PostId;
import reroll.bot.delivery.Urgency;
import reroll.bot.digest.DigestForm;
import reroll.bot.digest.DigestOrder;
import reroll.bot.mail.Mail;
import reroll.bot.series.TrackedMail;
import reroll.connectors.chat.Attachment;

/**
 * Digests of which all goes along as a file: they wait until the mails were read again, whose text
 * the state does not hold. State thread only.
 */
public final class Digesting {
  /** More is read in no chat. */
  static final int MAX_FILE_CHARS = 4_000_000;

  private final Questions<DigestFile> files = new Questions<>(DigestFile.MAX);
  private final Owing owing;
  private final Function<String, Call.Knowledge> known;

  Digesting(Owing owing, Function<String, Call.Knowledge> known) {
    this.owing = owing;
    this.known = known;
  }

  Questions<DigestFile> files() {
    return files;
  }

  /** Promises a digest with its file; one too many, or one too large, comes at once, without. */
  void ask(DigestFile file) {
    if (DigestAnswers.isTooMuch(file.order(), known.apply(file.channel()))) {
      finish(file, Optional.empty(), "These are too many mails to be read again for a file.");
    } else if (!files.ask(file)) {
      finish(file, Optional.empty(), "Too many files are being made for this one to be.");
    }
  }

  /** The digest whose file is to be made next. */
  public Optional<DigestFile> next() {
    return files.next();
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** The mails whose text its file shows. */
  public List<TrackedMail> shown(DigestFile file) {
    return DigestAnswers.shown(file.order(), known.apply(file.channel()));
  }

  /**
   * What stands in its file.
   *
   * @param mails gives the text of the mails that are {@link #shown}, as far as it is to be had
   */
  public String text(DigestFile file, Function<TrackedMail, Optional<Mail>> mails) {
    return owing
        .templates()
        .text(DigestAnswers.file(file.order(), mails, file.gaps(), known.apply(file.channel())));
  }

  void take(Input.DigestRead read) {
    Optional<String> text = read.text().filter(all -> all.length() <= MAX_FILE_CHARS);
    String problem =
        read.text().isPresent() && text.isEmpty()
            ? "All of it would be too long for a file; name a shorter window."
            : read.problem();
    files.take(read.post()).ifPresent(file -> finish(file, text, problem));
  }

  /** One screen, with the file or with a word on why there is none. */
  private void finish(DigestFile file, Optional<String> text, String problem) {
    String gaps =
        Stream.of(file.gaps(), problem)
            .filter(gap -> !gap.isEmpty())
            .collect(Collectors.joining(" "));
    owing
        .outbox()
        .add(
            new Post(
                file.post(),
                file.channel(),
                file.root().<Place>map(Place.InThread::new).orElse(new Place.InChannel()),
                owing
                    .templates()
                    .richText(
                        DigestAnswers.screen(file.order(), gaps, known.apply(file.channel()))),
                text.map(all -> new Attachment(name(file.order()), all)),
                file.at()),
            file.root().isPresent() ? Urgency.ANSWER : Urgency.DIGEST);
  }

  /** {@code kvm-2026-03-09-2026-03-10.txt}. */
  private static String name(DigestOrder order) {
    String form = order.form() == DigestForm.CLASSIC ? "-classic" : "";
    return plain(order.scope().name() + " " + order.window().days()) + form + ".txt";
  }

  private static String plain(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
  }

  boolean knows(PostId post) {
    return files.knows(post);
  }
}
