package reroll;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Tells in a line why a test was left out; Surefire counts it and keeps the reason to itself. */
public final class SkippedTests implements TestWatcher {
  @Override
  public void testAborted(ExtensionContext test, Throwable why) {
    System.out.println(test.getDisplayName() + " " + why.getMessage());
  }
}
