package reroll.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.regex.Pattern;

/** The classes of all modules, without their tests. */
final class Product {
  private static final Pattern TEST_JAR = Pattern.compile(".*-tests\\.jar!.*");

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          // What tests of other modules share comes as a jar, which the option above does not know.
          .withImportOption(location -> !location.matches(TEST_JAR))
          .importPackages("reroll");

  private Product() {}

  /**
   * Whether a package fits one of some patterns: a name, or a name and {@code .*} for all that
   * stands below it.
   */
  static boolean fits(String packageName, List<String> patterns) {
    return patterns.stream()
        .anyMatch(
            pattern ->
                pattern.endsWith(".*")
                    ? packageName.startsWith(pattern.substring(0, pattern.length() - 1))
                    : packageName.equals(pattern));
  }

  static DescribedPredicate<JavaClass> livingIn(List<String> patterns) {
    return DescribedPredicate.describe(
        "living in " + patterns, type -> fits(type.getPackageName(), patterns));
  }
}
