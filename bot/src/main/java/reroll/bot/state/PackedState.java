package reroll.bot.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the whole state stands in a snapshot: how many inputs made it, then each part behind the name
 * of its section and the number of its form.
 */
final class PackedState {
  /** All that a snapshot may hold. The order is that in which schema 3 wrote them, unnamed. */
  static final List<Section<?>> SECTIONS =
      List.of(
          new ListsSection(),
          new FollowsSection(),
          new OutboxSection(),
          new NewsSection(),
          new SeenRepliesSection(),
          new LookUpsSection(),
          new ComparisonsSection(),
          new SeriesSection(),
          new SubscriptionsSection(),
          new MutesSection(),
          new CardsSection(),
          new DigestFilesSection(),
          new SchedulesSection(),
          new RulingsSection(),
          new ReloadsSection(),
          new ReleasesSection(),
          new GatheringSection());

  private static final int SECTIONS_OF_SCHEMA_3 = 8;

  private static final Map<String, Section<?>> BY_NAME =
      SECTIONS.stream().collect(Collectors.toUnmodifiableMap(Section::name, Function.identity()));

  private PackedState() {}

  static void write(SavedState state, PackedOutput out) {
    out.number(state.inputs());
    out.list(state.parts(), part -> write(part, out));
    out.flush();
  }

  private static <T> void write(SavedState.Saved<T> part, PackedOutput out) {
    out.text(part.section().name());
    out.number(part.section().form());
    part.section().write(part.value(), out);
  }

  /**
   * Reads a state.
   *
   * @throws NewerPartException if it holds what only a newer program knows
   */
  static SavedState read(PackedInput in) {
    return whole(new SavedState(in.number(), in.list(() -> part(in))), in);
  }

  private static SavedState.Saved<?> part(PackedInput in) {
    String name = in.text();
    int form = in.count(Integer.MAX_VALUE);
    Section<?> section = BY_NAME.get(name);
    if (section == null || form > section.form()) {
      throw new NewerPartException(name);
    }
    return read(section, in, form);
  }

  private static <T> SavedState.Saved<T> read(Section<T> section, PackedInput in, int form) {
    return new SavedState.Saved<>(section, section.read(in, form));
  }

  /** Reads what a program wrote before sections had names. */
  static SavedState readSchema3(PackedInput in) {
    long inputs = in.number();
    List<SavedState.Saved<?>> parts = new ArrayList<>();
    for (Section<?> section : SECTIONS.subList(0, SECTIONS_OF_SCHEMA_3)) {
      parts.add(read(section, in, 1));
    }
    return whole(new SavedState(inputs, parts), in);
  }

  private static SavedState whole(SavedState state, PackedInput in) {
    if (!in.isAtEnd()) {
      throw PackedInput.damaged("something follows its end");
    }
    return state;
  }

  /** The snapshot holds something that this program has never heard of. */
  static final class NewerPartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private NewerPartException(String name) {
      super("it holds \"" + name + "\" in a form that this program does not know");
    }
  }
}
