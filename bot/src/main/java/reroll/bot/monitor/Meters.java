package reroll.bot.monitor;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import reroll.bot.run.Vitals;
import reroll.bot.run.Vitals.CommandCount;
import reroll.bot.run.Vitals.OfChat;
import reroll.bot.run.Vitals.OfList;

/**
 * The bot's figures and Java's, as Prometheus reads them. Their names are a promise to dashboards
 * and alerts. Thread-safe.
 */
final class Meters implements AutoCloseable {
  /** Of Prometheus' text format. */
  static final String CONTENT_TYPE = "text/plain; version=0.0.4";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final JvmGcMetrics garbage = new JvmGcMetrics();

  /** What the meters show. */
  private volatile Vitals vitals;

  /**
   * Makes the meters of all lists, chats and commands, which stay the same as long as a process
   * lives.
   *
   * @param version the program's
   * @param first of the bot; later ones are of the same
   */
  Meters(String version, Vitals first) {
    vitals = first;
    Gauge.builder("reroll.build", () -> 1)
        .description("the program that runs")
        .tag("version", version)
        .register(registry);
    ofState();
    for (int i = 0; i < first.lists().size(); i++) {
      ofList(i, first.lists().get(i).name());
    }
    for (int i = 0; i < first.chats().size(); i++) {
      ofChat(i, first.chats().get(i).name());
    }
    for (int i = 0; i < first.commands().size(); i++) {
      ofCommand(i, first.commands().get(i).name());
    }
    ofJava();
  }

  private void ofState() {
    gauge("reroll.series", "series that are known", Vitals::series);
    gauge("reroll.patch.mails", "patch mails kept in memory", Vitals::patchMails);
    gauge("reroll.follows", "follows of all channels", Vitals::follows);
    age("reroll.snapshot.age", "since the state was saved whole", this::snapshotAge);
    age("reroll.state.wait", "until the state thread answered", () -> vitals.stateWait());
    FunctionCounter.builder("reroll.posts.dropped", this, at -> at.vitals.droppedPosts())
        .description("posts never owed, because too many were")
        .register(registry);
  }

  private Duration snapshotAge() {
    Vitals now = vitals;
    return Duration.between(now.saved(), now.at());
  }

  private void ofList(int index, String name) {
    Rows<OfList> rows = new Rows<>("list", name, now -> now.lists().get(index));
    rows.age("reroll.list.lag", "since the archive was read to its end", OfList::lag);
    rows.gauge(
        "reroll.list.failing", "1 while reading fails", l -> l.failing().isPresent() ? 1 : 0);
    rows.count("reroll.list.mails", "mails read, ever", OfList::mails);
    rows.count("reroll.list.mails.broken", "mails that could not be read, ever", OfList::broken);
    rows.count("reroll.list.failures", "readings that failed", OfList::failures);
  }

  private void ofChat(int index, String name) {
    Rows<OfChat> rows = new Rows<>("chat", name, now -> now.chats().get(index));
    rows.gauge("reroll.posts.owed", "posts not confirmed so far", OfChat::owed);
    rows.gauge("reroll.posts.begun", "those of them that may be there", OfChat::begun);
    rows.age("reroll.posts.oldest.age", "since the oldest of them is owed", OfChat::oldest);
    rows.count("reroll.posts.sent", "posts that the chat took", OfChat::sent);
    rows.count("reroll.posts.refused", "posts that it will never take", OfChat::refused);
    rows.count("reroll.posts.retried", "tries made again", OfChat::retried);
    rows.gauge("reroll.chat.troubles", "what keeps it from working", c -> c.troubles().size());
  }

  private void ofCommand(int index, String name) {
    FunctionTimer.builder(
            "reroll.command",
            this,
            at -> at.command(index).count(),
            at -> at.command(index).took().toNanos(),
            TimeUnit.NANOSECONDS)
        .description("commands, from hearing them until their answer is owed")
        .tag("command", name)
        .register(registry);
  }

  private CommandCount command(int index) {
    return vitals.commands().get(index);
  }

  private void ofJava() {
    garbage.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  private void gauge(String name, String what, ToDoubleFunction<Vitals> figure) {
    Gauge.builder(name, () -> figure.applyAsDouble(vitals)).description(what).register(registry);
  }

  private void age(String name, String what, Supplier<Duration> figure) {
    TimeGauge.builder(name, () -> figure.get().toMillis(), TimeUnit.MILLISECONDS)
        .description(what)
        .register(registry);
  }

  /** Meters of one thing among several of a kind. */
  private final class Rows<T> {
    private final String tag;
    private final String name;

    /** Finds the thing among all figures. */
    private final Function<Vitals, T> find;

    private Rows(String tag, String name, Function<Vitals, T> find) {
      this.tag = tag;
      this.name = name;
      this.find = find;
    }

    private T now() {
      return find.apply(vitals);
    }

    private void gauge(String meter, String what, ToDoubleFunction<T> figure) {
      Gauge.builder(meter, () -> figure.applyAsDouble(now()))
          .description(what)
          .tag(tag, name)
          .register(registry);
    }

    private void age(String meter, String what, Function<T, Duration> figure) {
      TimeGauge.builder(meter, () -> figure.apply(now()).toMillis(), TimeUnit.MILLISECONDS)
          .description(what)
          .tag(tag, name)
          .register(registry);
    }

    private void count(String meter, String what, ToDoubleFunction<T> figure) {
      FunctionCounter.builder(meter, this, rows -> figure.applyAsDouble(rows.now()))
          .description(what)
          .tag(tag, name)
          .register(registry);
    }
  }

  /** All figures, of this moment. */
  synchronized String scrape(Vitals now) {
    vitals = now;
    return registry.scrape();
  }

  @Override
  public void close() {
    garbage.close();
    registry.close();
  }
}
