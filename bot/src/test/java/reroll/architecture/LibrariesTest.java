package reroll.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which folder may import which library. */
class LibrariesTest {
  /** A library, by the beginning of its packages' names, and the only packages that know it. */
  record Library(String packages, List<String> users) {
    static Library of(String packages, String... users) {
      return new Library(packages, Arrays.asList(users));
    }

    boolean holds(JavaClass type) {
      return (type.getPackageName() + ".").startsWith(packages + ".");
    }

    @Override
    public String toString() {
      return packages + " by " + (users.isEmpty() ? "nobody" : String.join(", ", users));
    }
  }

  static List<Library> libraries() {
    return List.of(
        Library.of("okhttp3", "reroll.connectors.http"),
        Library.of("okio", "reroll.connectors.http"),
        Library.of("kotlin", "reroll.connectors.http"),
        Library.of("jakarta.mail", "reroll.connectors.archive.imap"),
        Library.of("org.eclipse.angus.mail", "reroll.connectors.archive.imap"),
        Library.of("org.apache.james.mime4j", "reroll.bot.mail"),
        Library.of("org.eclipse.jgit", "reroll.connectors.archive.git"),
        Library.of("javax.xml.stream", "reroll.connectors.archive.web"),
        Library.of("org.java_websocket", "reroll.connectors.chat.slack"),
        Library.of("org.jline", "reroll.connectors.chat.terminal"),
        Library.of("freemarker", "reroll.templates"),
        Library.of("org.commonmark", "reroll.templates.text", "reroll.connectors.chat.*"),
        Library.of("com.google.re2j", "reroll.bot.filter"),
        Library.of("picocli", "reroll.bot.cli"),
        Library.of(
            "tools.jackson",
            "reroll.bot.state",
            "reroll.bot.cli",
            "reroll.connectors.archive.git",
            "reroll.connectors.archive.imap",
            "reroll.connectors.chat.matrix",
            "reroll.connectors.chat.slack"),
        // Jackson's annotations kept their old name.
        Library.of("com.fasterxml.jackson.annotation", "reroll.bot.state"),
        Library.of("org.apache.commons.io", "reroll.bot.state"),
        Library.of("org.quartz", "reroll.bot.schedule"),
        Library.of("org.snakeyaml.engine", "reroll.bot.config"),
        Library.of("io.micrometer", "reroll.bot.monitor"),
        Library.of("com.sun.net.httpserver", "reroll.bot.monitor"),
        // All others log through SLF4J.
        Library.of("ch.qos.logback", "reroll.bot.log"));
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void aLibraryIsKnownOnlyWhereItIsNeeded(Library library) {
    noClasses()
        .that(DescribedPredicate.not(Product.livingIn(library.users())))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe("of " + library.packages(), library::holds))
        .check(Product.CLASSES);
  }

  @Test
  void everyLibraryStandsInTheTable() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "of a library without a row in the table", LibrariesTest::isUnknown))
        .check(Product.CLASSES);
  }

  private static boolean isUnknown(JavaClass type) {
    JavaClass element = type.getBaseComponentType();
    boolean everybodys =
        element.isPrimitive()
            || Stream.of("java.", "javax.net.ssl.", "reroll.", "org.slf4j.")
                .anyMatch(element.getName()::startsWith);
    return !everybodys && libraries().stream().noneMatch(library -> library.holds(element));
  }
}
