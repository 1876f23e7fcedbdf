package reroll.bot.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import reroll.connectors.port.Secret;
import reroll.connectors.port.Setting;

/** Reads the keys of a section into a record whose components are {@link Setting}s. */
final class RecordBinder {
  private final Values values;
  private final Secrets secrets;
  private final References environment;
  private final Problems problems;

  RecordBinder(Values values, Secrets secrets, References environment, Problems problems) {
    this.values = values;
    this.secrets = secrets;
    this.environment = environment;
    this.problems = problems;
  }

  /** The record; empty where a key is missing or wrong, which is told. */
  <R extends Record> Optional<R> bind(Section section, Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    boolean whole = true;
    for (int i = 0; i < components.length; i++) {
      Optional<Object> value = value(section, components[i]);
      whole &= value.isPresent();
      arguments[i] = value.orElse(null);
    }
    return whole ? create(section, type, arguments) : Optional.empty();
  }

  /** The value of a component, which may itself be an Optional; empty where it is wrong. */
  private Optional<Object> value(Section section, RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    if (setting == null) {
      throw new IllegalStateException(component + " is not a setting");
    }
    boolean optional = component.getType() == Optional.class;
    String key = keyOf(component);
    Optional<Entry> entry = section.take(key);
    if (entry.isPresent()) {
      Optional<Object> value = read(entry.get(), typeOf(component), setting);
      return optional ? value.map(Optional::of) : value;
    }
    if (optional) {
      return Optional.of(Optional.empty());
    }
    if (!setting.fallback().isEmpty()) {
      return Optional.of(certain(typeOf(component), setting.fallback()));
    }
    problems.add(section.line(), missing(section, key, setting));
    return Optional.empty();
  }

  private static String missing(Section section, String key, Setting setting) {
    String place = section.path().isEmpty() ? "the file" : section.path();
    return place
        + " lacks \""
        + key
        + "\", "
        + setting.value()
        + "; write "
        + example(key, setting);
  }

  private static String example(String key, Setting setting) {
    return key + ": " + setting.sample();
  }

  private Optional<Object> read(Entry entry, Class<?> type, Setting setting) {
    try {
      if (type == Secret.class) {
        return Optional.of(secrets.read(entry));
      }
      if (entry.isBlank() || !entry.isScalar() || entry.text().isBlank()) {
        throw new BadValue(
            (entry.isScalar() ? "nothing" : "more than one value")
                + " stands here; write "
                + example(entry.key(), setting));
      }
      return Optional.of(
          References.isIn(entry.text())
              ? fromEnvironment(entry, type, setting)
              : inRange(entry.text(), type, setting));
    } catch (BadValue e) {
      problems.add(entry.line(), entry.key() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** What is wrong with a value that does not stand in the file is told without it. */
  private Object fromEnvironment(Entry entry, Class<?> type, Setting setting) throws BadValue {
    String text = environment.resolve(entry.text());
    try {
      return inRange(text, type, setting);
    } catch (BadValue e) {
      throw new BadValue(
          "with the environment variable named here it does not fit; it should read as "
              + example(entry.key(), setting));
    }
  }

  private Object inRange(String text, Class<?> type, Setting setting) throws BadValue {
    Object value = values.read(type, text);
    if (!setting.least().isEmpty()
        && compare(value, certain(value.getClass(), setting.least())) < 0) {
      throw new BadValue(Quoted.of(text) + " is too little; at least " + setting.least());
    }
    if (!setting.most().isEmpty()
        && compare(value, certain(value.getClass(), setting.most())) > 0) {
      throw new BadValue(Quoted.of(text) + " is too much; at most " + setting.most());
    }
    return value;
  }

  private static int compare(Object a, Object b) {
    return a instanceof Duration time
        ? time.compareTo((Duration) b)
        : Integer.compare((Integer) a, (Integer) b);
  }

  /** A value that stands in the program. */
  private Object certain(Class<?> type, String text) {
    try {
      return values.read(type, text);
    } catch (BadValue e) {
      throw new IllegalStateException("a setting's own value is wrong: " + e.getMessage(), e);
    }
  }

  private <R extends Record> Optional<R> create(
      Section section, Class<R> type, Object[] arguments) {
    try {
      Constructor<R> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return Optional.of(constructor.newInstance(arguments));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        problems.add(section.line(), section.path() + ": " + refused.getMessage());
        return Optional.empty();
      }
      throw new IllegalStateException(type + " cannot be made", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  /** {@code snapshotEvery} is written {@code snapshot-every}. */
  static String keyOf(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** Of the value, whether or not it may be left out. */
  static Class<?> typeOf(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType optional
        ? (Class<?>) optional.getActualTypeArguments()[0]
        : component.getType();
  }
}
