package reroll.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read out of mail depends on the mail alone. */
class PureCoreTest {
  private static final String[] CORE = {
    "reroll.bot.mail..",
    "reroll.bot.compare..",
    "reroll.bot.series..",
    "reroll.bot.digest..",
    "reroll.bot.review..",
    "reroll.bot.filter..",
    "reroll.bot.follow..",
    "reroll.bot.role.."
  };

  /** They change the form of text and open no connection. */
  private static final Set<String> TEXT_OF_NET =
      Set.of(URI.class.getName(), URLDecoder.class.getName(), URLEncoder.class.getName());

  @Test
  void theCoreTouchesNoFiles() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.nio.channels..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(?:File.*|RandomAccessFile|Console)")
        .check(Product.CLASSES);
  }

  @Test
  void theCoreTouchesNoNetwork() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "of java.net",
                type ->
                    type.getPackageName().startsWith("java.net")
                        && !TEXT_OF_NET.contains(type.getName())))
        .check(Product.CLASSES);
  }

  @Test
  void theCoreStartsNoThreadsAndNeedsNoLocks() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.concurrent..")
        .orShould()
        .dependOnClassesThat(
            belongTo(
                DescribedPredicate.describe(
                    "threads", (JavaClass type) -> type.isAssignableTo(Thread.class))))
        .check(Product.CLASSES);
  }

  @Test
  void theCoreKnowsNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .accessTargetWhere(asksTheTime())
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(Product.CLASSES);
  }

  @Test
  void theTimeIsHandedInAndOnlyTheEdgesAskForIt() {
    noClasses()
        .that()
        .resideOutsideOfPackages("reroll.bot.cli..")
        .should()
        .accessTargetWhere(asksTheTime())
        .check(Product.CLASSES);
  }

  private static DescribedPredicate<JavaAccess<?>> asksTheTime() {
    return DescribedPredicate.describe("asks the machine's clock", PureCoreTest::isAskingTheTime);
  }

  private static boolean isAskingTheTime(JavaAccess<?> access) {
    if (!(access.getTarget() instanceof CodeUnitCallTarget call)) {
      return false;
    }
    String owner = call.getOwner().getName();
    String name = call.getName();
    boolean argumentless = call.getRawParameterTypes().isEmpty();
    return (owner.equals(System.class.getName())
            && Set.of("currentTimeMillis", "nanoTime").contains(name))
        || (owner.equals(Clock.class.getName())
            && (name.startsWith("system") || name.startsWith("tick")))
        || (owner.startsWith(Instant.class.getPackageName()) && name.equals("now") && argumentless)
        || (owner.equals(java.util.Date.class.getName()) && name.equals("<init>") && argumentless);
  }
}
