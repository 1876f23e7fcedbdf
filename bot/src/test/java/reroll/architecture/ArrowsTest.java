package reroll.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may know which. */
class ArrowsTest {
  /** Packages, and the only packages of ours that they may use besides themselves. */
  record Arrow(String from, List<String> to) {
    static Arrow of(String from, String... to) {
      return new Arrow(from, Arrays.asList(to));
    }

    List<String> known() {
      return Stream.concat(Stream.of(from), to.stream()).toList();
    }

    @Override
    public String toString() {
      return from + " -> " + (to.isEmpty() ? "nothing" : String.join(", ", to));
    }
  }

  /** A row may stand here before its package does. */
  static List<Arrow> arrows() {
    return List.of(
        Arrow.of("reroll.templates.text"),
        Arrow.of("reroll.templates", "reroll.templates.text"),
        Arrow.of("reroll.templates.answer", "reroll.templates"),
        Arrow.of("reroll.templates.card", "reroll.templates"),
        Arrow.of("reroll.templates.digest", "reroll.templates"),
        Arrow.of("reroll.templates.own", "reroll.templates", "reroll.templates.*"),
        //
        Arrow.of("reroll.connectors.port"),
        Arrow.of("reroll.connectors.http", "reroll.connectors.port"),
        Arrow.of("reroll.connectors.archive", "reroll.connectors.http", "reroll.connectors.port"),
        Arrow.of(
            "reroll.connectors.archive.*",
            "reroll.connectors.archive",
            "reroll.connectors.http",
            "reroll.connectors.port"),
        Arrow.of(
            "reroll.connectors.chat",
            "reroll.connectors.http",
            "reroll.connectors.port",
            "reroll.templates.text"),
        Arrow.of(
            "reroll.connectors.chat.*",
            "reroll.connectors.chat",
            "reroll.connectors.http",
            "reroll.connectors.port",
            "reroll.templates.text"),
        Arrow.of("reroll.connectors", "reroll.connectors.*"),
        //
        Arrow.of("reroll.bot.mail"),
        Arrow.of("reroll.bot.compare", "reroll.bot.mail"),
        Arrow.of("reroll.bot.work"),
        Arrow.of("reroll.bot.role"),
        Arrow.of("reroll.bot.words"),
        Arrow.of("reroll.bot.log"),
        Arrow.of("reroll.bot.demo", "reroll.connectors.archive"),
        Arrow.of(
            "reroll.bot.config",
            "reroll.bot.filter",
            "reroll.bot.log",
            "reroll.bot.role",
            "reroll.bot.digest",
            "reroll.bot.schedule",
            "reroll.bot.words",
            "reroll.connectors.*",
            "reroll.connectors",
            "reroll.templates.own"),
        Arrow.of("reroll.bot.series", "reroll.bot.mail", "reroll.templates.answer"),
        Arrow.of(
            "reroll.bot.digest", "reroll.bot.series", "reroll.bot.mail", "reroll.templates.digest"),
        Arrow.of("reroll.bot.review", "reroll.bot.compare", "reroll.bot.series", "reroll.bot.mail"),
        Arrow.of("reroll.bot.filter", "reroll.bot.series", "reroll.bot.mail", "reroll.bot.words"),
        Arrow.of("reroll.bot.follow", "reroll.bot.filter", "reroll.bot.series", "reroll.bot.mail"),
        Arrow.of(
            "reroll.bot.intake",
            "reroll.bot.mail",
            "reroll.connectors.archive",
            "reroll.connectors.port"),
        Arrow.of(
            "reroll.bot.command",
            "reroll.bot.digest",
            "reroll.bot.filter",
            "reroll.bot.follow",
            "reroll.bot.review",
            "reroll.bot.role",
            "reroll.bot.schedule",
            "reroll.bot.series",
            "reroll.bot.mail",
            "reroll.bot.words",
            "reroll.templates",
            "reroll.templates.*"),
        Arrow.of(
            "reroll.bot.card",
            "reroll.bot.command",
            "reroll.bot.review",
            "reroll.bot.series",
            "reroll.bot.mail",
            "reroll.templates",
            "reroll.templates.*"),
        Arrow.of(
            "reroll.bot.delivery",
            "reroll.bot.work",
            "reroll.connectors.chat",
            "reroll.connectors.port",
            "reroll.templates.text"),
        Arrow.of("reroll.bot.schedule", "reroll.bot.digest", "reroll.bot.series"),
        Arrow.of(
            "reroll.bot.state",
            "reroll.bot.compare",
            "reroll.bot.card",
            "reroll.bot.command",
            "reroll.bot.delivery",
            "reroll.bot.digest",
            "reroll.bot.filter",
            "reroll.bot.follow",
            "reroll.bot.intake",
            "reroll.bot.role",
            "reroll.bot.schedule",
            "reroll.bot.series",
            "reroll.bot.mail",
            "reroll.bot.words",
            "reroll.connectors.archive",
            "reroll.connectors.chat",
            "reroll.connectors.port",
            "reroll.templates",
            "reroll.templates.*"),
        Arrow.of(
            "reroll.bot.run",
            "reroll.bot.compare",
            "reroll.bot.follow",
            "reroll.bot.mail",
            "reroll.bot.series",
            "reroll.bot.state",
            "reroll.bot.command",
            "reroll.bot.delivery",
            "reroll.bot.follow",
            "reroll.bot.intake",
            "reroll.bot.words",
            "reroll.bot.work",
            "reroll.connectors.archive",
            "reroll.connectors.chat",
            "reroll.connectors.port",
            "reroll.templates",
            "reroll.templates.text"),
        Arrow.of("reroll.bot.monitor", "reroll.bot.run"),
        Arrow.of(
            "reroll.bot.cli",
            "reroll.bot.*",
            "reroll.connectors",
            "reroll.connectors.*",
            "reroll.templates",
            "reroll.templates.*"),
        Arrow.of("reroll.bot", "reroll.bot.cli"));
  }

  @ParameterizedTest
  @MethodSource("arrows")
  void aPackageKnowsOnlyWhatItsArrowsPointAt(Arrow arrow) {
    noClasses()
        .that(Product.livingIn(List.of(arrow.from())))
        .should()
        .dependOnClassesThat(oursButNot(arrow.known()))
        .allowEmptyShould(true)
        .check(Product.CLASSES);
  }

  private static DescribedPredicate<JavaClass> oursButNot(List<String> known) {
    return DescribedPredicate.describe(
        "ours, outside of " + known,
        type ->
            type.getPackageName().startsWith("reroll")
                && !Product.fits(type.getPackageName(), known));
  }

  @Test
  void everyPackageHasItsArrows() {
    List<String> known = arrows().stream().map(Arrow::from).toList();

    assertThat(Product.CLASSES)
        .extracting(JavaClass::getPackageName)
        .as("packages without a row in the table of arrows")
        .allMatch(name -> Product.fits(name, known));
  }

  @Test
  void adaptersNeverSeeEachOther() {
    slices()
        .matching("reroll.connectors.[archive|chat].(*)..")
        .should()
        .notDependOnEachOther()
        .check(Product.CLASSES);
  }

  @Test
  void noPackagesGoInCircles() {
    slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(Product.CLASSES);
  }

  @Test
  void theModulesStandOnEachOtherAndNeverLookBack() {
    noClasses()
        .that()
        .resideInAPackage("reroll.templates..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("reroll.connectors..", "reroll.bot..")
        .check(Product.CLASSES);
    noClasses()
        .that()
        .resideInAPackage("reroll.connectors..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("reroll.bot..")
        .check(Product.CLASSES);
  }

  /** Every package is a slice of its own, those below another too. */
  private static final class EachPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return type.getPackageName().startsWith("reroll")
          ? SliceIdentifier.of(type.getPackageName())
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
