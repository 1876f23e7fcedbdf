package reroll.connectors.port;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One key of the configuration file, on a component of the record that the key is read into. The
 * error messages are made from it. The key {@code poll-every} is read into {@code pollEvery}. A
 * component may be a {@code String}, {@code int}, {@code boolean}, {@code Path}, {@code URI} (of
 * http or https), {@code Duration}, {@code ZoneId} or {@link Secret}; one of type {@code Optional}
 * is a key that may be left out. What only the values together can tell, the record's constructor
 * refuses with an {@code IllegalArgumentException}, whose message is shown and so holds no secret.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** What the key means, as half a sentence: "the folder that holds the archive". */
  String value();

  /** A value as it may stand in the file. */
  String sample();

  /** The value where the file says none, as it would stand there; empty where it must say one. */
  String fallback() default "";

  /** The smallest number or the shortest time that is taken, as it would stand in the file. */
  String least() default "";

  /** The largest number or the longest time. */
  String most() default "";
}
