package reroll.connectors.port;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One key of the configuration file, on a component of the record that the key is read into. The
 * commented sample and the error messages are made from it. A component of type {@code Optional} is
 * a key that may be left out.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** What the key means, as half a sentence: "the folder that holds the archive". */
  String value();

  /** A value as it may stand in the file. */
  String sample();
}
