package reroll.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reroll.bot.Reroll;

/** Habits of this code that a machine can check. */
class HouseStyleTest {
  /** Longer files are two things. */
  private static final int MAX_LINES = 300;

  /** A class of tests may be somewhat longer: each of them is read by itself. */
  private static final int MAX_TEST_LINES = 400;

  @ParameterizedTest
  @ValueSource(strings = {"templates", "connectors", "bot"})
  void everyPackageSaysWhatItIs(String module) throws IOException {
    List<Path> silent =
        sources(module).stream()
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
            .toList();

    assertThat(silent).as("folders without package-info.java").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"templates", "connectors", "bot"})
  void noFileIsTooLongToRead(String module) throws IOException {
    for (Path source : sources(module)) {
      assertThat(Files.readAllLines(source)).as("lines of " + source).hasSizeLessThan(MAX_LINES);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"templates", "connectors", "bot"})
  void noClassOfTestsIsTooLongToRead(String module) throws IOException {
    for (Path test : sources(module, "test")) {
      assertThat(Files.readAllLines(test)).as("lines of " + test).hasSizeLessThan(MAX_TEST_LINES);
    }
  }

  private static List<Path> sources(String module) throws IOException {
    return sources(module, "main");
  }

  /** Surefire runs in the module's own folder; the others stand beside it. */
  private static List<Path> sources(String module, String part) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..", module, "src", part, "java"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).as("sources of " + module).isNotEmpty();
      return sources;
    }
  }

  @Test
  void namesSayWhatAClassDoes() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(Product.CLASSES);
  }

  @Test
  void onlyTheTerminalSpeaksToTheTerminal() {
    noClasses()
        .that()
        .resideOutsideOfPackages("reroll.bot.cli..", "reroll.connectors.chat.terminal..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(Product.CLASSES);
  }

  @Test
  void onlyTheEntryPointEndsTheProcess() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Reroll.class)
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(Product.CLASSES);
  }

  @Test
  void whatIsSharedByAllNeverChanges() {
    fields().that().areStatic().should().beFinal().check(Product.CLASSES);

    assertThat(Product.CLASSES.stream().flatMap(HouseStyleTest::changeableConstants))
        .as("static collections and counters that can be changed")
        .isEmpty();
  }

  private static Stream<String> changeableConstants(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> isChangeable(valueOf(field)))
        .map(JavaField::getFullName);
  }

  private static Object valueOf(JavaField field) {
    try {
      Field reflected = field.reflect();
      reflected.setAccessible(true);
      return reflected.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field.getFullName() + " cannot be read", e);
    }
  }

  /** The JDK's collections that cannot be changed say so in their names. */
  private static boolean isChangeable(Object value) {
    String type = value.getClass().getName();
    boolean collection = value instanceof Collection<?> || value instanceof Map<?, ?>;
    boolean fixed = type.contains("Immutable") || type.contains("Unmodifiable");
    return (collection && !fixed)
        || value instanceof StringBuilder
        || type.startsWith("java.util.concurrent.atomic.");
  }
}
