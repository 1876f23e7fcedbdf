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

  /** See {@link PackedSeries} for why. */
  static Writer writer(PackedOutput out) {
    return new Writer(out);
  }

  static Reader reader(PackedInput in, int form) {
    return new Reader(in, form);
  }

  /** Writes them. */
  static final class Writer {
    private final PackedOutput out;
    private final Map<MessageId, Integer> ids = new HashMap<>(PackedOutput.ROOM_FOR_MANY);
    private final Map<Person, Integer> people = new HashMap<>();
    private final Map<List<MessageId>, Integer> threads = new HashMap<>();
    private final Map<List<String>, Integer> names = new HashMap<>();
    private final Map<Version, Integer> versions = new HashMap<>();
    private final Map<Optional<Counter>, Integer> counters = new HashMap<>();
    private final Map<LineCount, Integer> lines = new HashMap<>();
    private final Map<Sketch, Integer> sketches = new HashMap<>();
    private final Map<Addressees, Integer> addressees = new HashMap<>();

    private Writer(PackedOutput out) {
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
      sketch(mail.sketch());
      out.optional(mail.changeId(), out::name);
      out.list(mail.earlier(), this::earlier);
      out.flag(mail.stable());
      out.optional(mail.changelog(), out::text);
      names(mail.reviews());
      out.repeated(addressees, mail.addressees(), all -> hashes(all.toArray()));
    }

    void sketch(Sketch sketch) {
      out.repeated(sketches, sketch, all -> hashes(all.toArray()));
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

    /** Of the series; from 3 on mails have addressees, from 4 on equal parts stand there once. */
    private final int form;

    private final Known<MessageId> ids;
    private final Known<Person> people;
    private final Known<List<MessageId>> threads;
    private final Known<List<String>> names;
    private final Known<Version> versions;
    private final Known<Optional<Counter>> counters;
    private final Known<LineCount> lines;
    private final Known<Sketch> sketches;
    private final Known<Addressees> addressees;

    // Made once: a start would make them anew for each of its mails.
    private final Supplier<String> name;
    private final Supplier<String> text;
    private final Supplier<EarlierVersion> earlier = this::earlier;
    private final Supplier<MessageId> id = this::id;
    private final Supplier<Version> version = this::version;
    private final Supplier<Counter> counter = this::counter;

    private Reader(PackedInput in, int form) {
      this.in = in;
      this.form = form;
      name = in::name;
      text = in::text;
      boolean once = form >= 4;
      ids = new Known<>(in, true, () -> new MessageId(in.text()));
      people = new Known<>(in, true, () -> new Person(in.text(), in.text()));
      threads = new Known<>(in, once, () -> in.list(id));
      names = new Known<>(in, once, () -> in.list(name));
      versions = new Known<>(in, once, () -> new Version(in.smallNumber(), in.smallNumber()));
      counters = new Known<>(in, once, () -> in.optional(counter));
      lines = new Known<>(in, once, this::lineCount);
      sketches = new Known<>(in, once, () -> Sketch.of(hashes(Sketch.SIZE)));
      addressees = new Known<>(in, once, () -> Addressees.of(hashes(Addressees.MAX_HASHES)));
    }

    /**
     * Values of one kind.
     *
     * @param once whether one that comes again stands there by its place
     */
    private record Known<T>(PackedInput in, boolean once, List<T> values, Supplier<T> whole) {
      Known(PackedInput in, boolean once, Supplier<T> whole) {
        this(in, once, new ArrayList<>(), whole);
      }

      T next() {
        return once ? in.repeated(values, whole) : whole.get();
      }
    }

    PatchMail mail() {
      return new PatchMail(
          id(),
          threads.next(),
          subject(),
          person(),
          person(),
          in.flag(),
          names(),
          lines.next(),
          sketch(),
          in.optional(name),
          in.list(earlier),
          in.flag(),
          in.optional(text),
          names(),
          form < 3 ? Addressees.NONE : addressees.next());
    }

    Sketch sketch() {
      return sketches.next();
    }

    List<String> names() {
      return names.next();
    }

    MessageId id() {
      return ids.next();
    }

    Person person() {
      return people.next();
    }

    Version version() {
      return versions.next();
    }

    private PatchSubject subject() {
      return new PatchSubject(
          in.flag(),
          in.flag(),
          version(),
          in.flag(),
          counters.next(),
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

    private LineCount lineCount() {
      return new LineCount(in.smallNumber(), in.smallNumber(), in.smallNumber());
    }

    private int[] hashes(int most) {
      int[] hashes = new int[in.count(most)];
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = in.word();
      }
      return hashes;
    }

    private EarlierVersion earlier() {
      return new EarlierVersion(in.optional(version), id());
    }
  }
}
