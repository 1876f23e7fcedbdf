package reroll;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Each test may keep a processor busy for so long and no longer. The time on the wall does not
 * count: on a busy machine everything takes long, and nothing is wrong.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WorkLimit.class)
public @interface BoundedWork {
  int seconds();
}
