package reroll.bot.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import reroll.bot.mail.Addressees;
import reroll.bot.mail.Counter;
import reroll.bot.mail.EarlierVersion;
import reroll.bot.mail.MessageId;
import reroll.bot.mail.PatchMail;
import reroll.bot.mail.PatchMail.LineCount;
import reroll.bot.mail.PatchSubject;
import reroll.bot.mail.Person;
import reroll.bot.mail.Sketch;
import reroll.bot.mail.Version;

/** How patch mails and what they are made of stand in a snapshot. */
final class PackedMails {
  private PackedMails() {}

  /** Writes them. */
  static final class Writer {
    private final PackedOutput out;
    private final Map<MessageId, Integer> ids = new HashMap<>();
    private final Map<Person, Integer> people = new HashMap<>();
    private final Map<List<MessageId>, Integer> threads = new HashMap<>();
    private final Map<List<String>, Integer> names = new HashMap<>();
    private final Map<Version, Integer> versions = new HashMap<>();
    private final Map<Optional<Counter>, Integer> counters = new HashMap<>();
    private final Map<LineCount, Integer> lines = new HashMap<>();
    private final Map<Sketch, Integer> sketches = new HashMap<>();
    private final Map<Addressees, Integer> addressees = new HashMap<>();

    Writer(PackedOutput out) {
      this.out = out;
    }

    void mail(PatchMail mail) {
      id(mail.id());
      out.repeated(threads, mail.parents(), parents -> out.list(parents, this::id));
      subject(mail.subject());
      person(mail.author());
      person(mail.sender());
      out.flag(mail.hasDiff());
      names(mail.files());
      out.repeated(lines, mail.lines(), this::lines);
      out.repeated(sketches, mail.sketch(), sketch -> hashes(sketch.toArray()));
      out.optional(mail.changeId(), out::name);
      out.list(mail.earlier(), this::earlier);
      out.flag(mail.stable());
      out.optional(mail.changelog(), out::text);
      names(mail.reviews());
      out.repeated(addressees, mail.addressees(), all -> hashes(all.toArray()));
    }

    /** Some names that are likely to come together again. */
    void names(List<String> names) {
      out.repeated(this.names, names, all -> out.list(all, out::name));
    }

    void id(MessageId id) {
      out.repeated(ids, id, whole -> out.text(whole.value()));
    }

    void person(Person person) {
      out.repeated(people, person, this::wholePerson);
    }

    private void wholePerson(Person person) {
      out.text(person.name());
      out.text(person.address());
    }

    void version(Version version) {
      out.repeated(versions, version, this::wholeVersion);
    }

    private void wholeVersion(Version version) {
      out.number(version.major());
      out.number(version.minor());
    }

    private void subject(PatchSubject subject) {
      out.flag(subject.marked());
      out.flag(subject.pull());
      version(subject.version());
      out.flag(subject.versionGiven());
      out.repeated(counters, subject.counter(), some -> out.optional(some, this::counter));
      out.flag(subject.rfc());
      out.flag(subject.resent());
      names(subject.tags());
      names(subject.trees());
      out.flag(subject.autosel());
      out.name(subject.title());
    }

    private void counter(Counter counter) {
      out.number(counter.index());
      out.number(counter.fraction());
      out.number(counter.total());
    }

    private void lines(LineCount lines) {
      out.number(lines.files());
      out.number(lines.added());
      out.number(lines.removed());
    }

    private void hashes(int... hashes) {
      out.number(hashes.length);
      for (int hash : hashes) {
        out.word(hash);
      }
    }

    private void earlier(EarlierVersion earlier) {
      out.optional(earlier.version(), this::version);
      id(earlier.id());
    }
  }

  /** Reads them. */
  static final class Reader {
    private final PackedInput in;
    private final List<MessageId> ids = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<List<MessageId>> threads = new ArrayList<>();
    private final List<List<String>> names = new ArrayList<>();
    private final List<Version> versions = new ArrayList<>();
    private final List<Optional<Counter>> counters = new ArrayList<>();
    private final List<LineCount> lines = new ArrayList<>();
    private final List<Sketch> sketches = new ArrayList<>();
    private final List<Addressees> addressees = new ArrayList<>();

    /** Of the series; from 3 on mails have addressees, from 4 on equal parts stand there once. */
    private final int form;

    Reader(PackedInput in, int form) {
      this.in = in;
      this.form = form;
    }

    PatchMail mail() {
      return new PatchMail(
          id(),
          repeated(threads, () -> in.list(this::id)),
          subject(),
          person(),
          person(),
          in.flag(),
          names(),
          repeated(lines, this::lines),
          repeated(sketches, () -> Sketch.of(hashes(Sketch.SIZE))),
          in.optional(in::name),
          in.list(this::earlier),
          in.flag(),
          in.optional(in::text),
          names(),
          form < 3 ? Addressees.NONE : repeated(addressees, this::addressees));
    }

    private <T> T repeated(List<T> known, Supplier<T> whole) {
      return form < 4 ? whole.get() : in.repeated(known, whole);
    }

    List<String> names() {
      return repeated(names, () -> in.list(in::name));
    }

    MessageId id() {
      return in.repeated(ids, () -> new MessageId(in.text()));
    }

    Person person() {
      return in.repeated(people, () -> new Person(in.text(), in.text()));
    }

    Version version() {
      return repeated(versions, () -> new Version(in.smallNumber(), in.smallNumber()));
    }

    private PatchSubject subject() {
      return new PatchSubject(
          in.flag(),
          in.flag(),
          version(),
          in.flag(),
          repeated(counters, () -> in.optional(this::counter)),
          in.flag(),
          in.flag(),
          names(),
          names(),
          in.flag(),
          in.name());
    }

    private Counter counter() {
      return new Counter(in.smallNumber(), in.smallNumber(), in.smallNumber());
    }

    private LineCount lines() {
      return new LineCount(in.smallNumber(), in.smallNumber(), in.smallNumber());
    }

    private Addressees addressees() {
      return Addressees.of(hashes(Addressees.MAX_HASHES));
    }

    private int[] hashes(int most) {
      int[] hashes = new int[in.count(most)];
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = in.word();
      }
      return hashes;
    }

    private EarlierVersion earlier() {
      return new EarlierVersion(in.optional(this::version), id());
    }
  }
}
