package io.callcheck;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Delivery;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Forms;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Pause;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Step;
import io.callcheck.exchange.StrictJson;
import io.callcheck.expect.Contract;
import io.callcheck.expect.Rfc2822;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the architecture, held over the compiled classes of the kit. */
class ArchitectureTest {
    /** The flow: a package uses those before it, never one after it. */
    private static final List<String> FLOW =
            List.of("spec", "exchange", "expect", "verdict", "cases", "engine", "suite", "restassured");

    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(FLOW.stream().map(name -> "io.callcheck." + name).toList());

    @Test
    void enoughClassesAreFoundForTheRulesToMeanAnything() {
        assertThat(KIT).hasSizeGreaterThan(90);
        assertThat(KIT)
                .extracting(type -> type.getPackageName().replaceFirst("io\\.callcheck\\.(\\w+).*", "$1"))
                .containsAll(FLOW);
        assertThat(KIT).extracting(JavaClass::getSimpleName).noneMatch(name -> name.endsWith("Test"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spec", "exchange", "expect", "verdict", "cases", "engine", "suite"})
    void aPackageUsesNoneThatComesAfterIt(String name) {
        String[] later = FLOW.stream()
                .skip(FLOW.indexOf(name) + 1)
                .map(after -> "io.callcheck." + after + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("io.callcheck." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .check(KIT);
    }

    @Test
    void packagesHaveNoCycle() {
        slices().matching("io.callcheck.(**)").should().beFreeOfCycles().check(KIT);
    }

    @Test
    void theKitKnowsNeitherTheReferenceServerNorTheModels() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.callcheck.fixtures..", "io.callcheck.generated..")
                .check(KIT);
    }

    /** Of the exchanges, what was seen and never the way to see more; of the JDK, values alone. */
    @Test
    void expectKnowsValuesAlone() {
        classes()
                .that()
                .resideInAPackage("io.callcheck.expect..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "io.callcheck.expect..",
                                "io.callcheck.spec..",
                                "java.lang..",
                                "java.math..",
                                "java.util",
                                "java.util.function..",
                                "java.util.regex..",
                                "java.util.stream..",
                                "java.time..",
                                "com.fasterxml.jackson..",
                                "com.networknt..",
                                "org.jspecify..")
                        .or(belongToAnyOf(
                                Answer.class, Evidence.class, Exchange.class, Header.class, Sent.class, Step.class))
                        .or(belongToAnyOf(StrictJson.class))
                        .or(belongToAnyOf(Delivery.class, Forms.class))
                        .or(belongToAnyOf(URI.class, ConcurrentHashMap.class))
                        // A signature is a function of text and key.
                        .or(resideInAnyPackage("java.security..", "javax.crypto..", "java.nio.charset..")))
                .check(KIT);
    }

    @Test
    void expectAsksForNoTimeNoChanceAndNoThread() {
        Set<String> impure = Set.of(
                "java.lang.System",
                "java.lang.Thread",
                "java.lang.Runtime",
                "java.lang.Process",
                "java.lang.ProcessBuilder",
                "java.lang.ClassLoader",
                "java.time.Clock",
                "java.util.Random",
                "java.util.Timer",
                "java.util.ServiceLoader");
        noClasses()
                .that()
                .resideInAPackage("io.callcheck.expect..")
                .should()
                .dependOnClassesThat(describe("reach out of the program", type -> impure.contains(type.getName())))
                .orShould()
                .callMethodWhere(
                        describe("ask for the time", call -> call.getName().equals("now")))
                .orShould()
                .callMethodWhere(
                        describe("make up a value", call -> call.getName().equals("randomUUID")))
                .check(KIT);
    }

    @Test
    void theSchemaValidatorHasTwoUsers() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Contract.class, Rfc2822.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.networknt..")
                .check(KIT);
    }

    /** It is the language of a user's own cases; ours go straight to the wire. */
    @Test
    void restAssuredIsSpokenInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.callcheck.restassured..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.restassured..", "groovy..", "org.hamcrest..")
                .check(KIT);
    }

    @Test
    void onlyTheSuiteKnowsJUnit() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.callcheck.suite..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..", "org.assertj..")
                .check(KIT);
    }

    @Test
    void nobodySpeaksToTheConsoleOrALogger() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(KIT);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..")
                .check(KIT);
    }

    /** By whatever name: who has nothing to wait for but time takes a {@link Pause}, which an end of the run ends. */
    @Test
    void nobodySleeps() {
        Set<String> sleeps =
                Set.of("sleep", "delayedExecutor", "completeOnTimeout", "orTimeout", "parkNanos", "parkUntil");
        noClasses()
                .should()
                .callMethodWhere(describe("sleep", call -> sleeps.contains(call.getName())))
                .check(KIT);
    }

    @Test
    void nothingStaticChanges() throws IllegalAccessException {
        fields().that().areStatic().should().beFinal().check(KIT);
        assertThat(StaticState.of(KIT)).isEmpty();
    }

    @Test
    void whatAStaticFieldHoldsIsLookedInto() throws IllegalAccessException {
        assertThat(StaticState.of(new ClassFileImporter().importClasses(StaticState.Sample.class)))
                .hasSize(4)
                .anySatisfy(found -> assertThat(found).contains("Sample.MAP: java.util.concurrent.ConcurrentHashMap"))
                .anySatisfy(found -> assertThat(found).contains("Sample.WITHIN: java.util.ArrayList"))
                .anySatisfy(found -> assertThat(found).contains("Sample.COUNT: java.util.concurrent.atomic"))
                .anySatisfy(found -> assertThat(found).contains("Sample.HOLDER: java.util.WeakHashMap"));
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<JavaPackage> packages = KIT.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        assertThat(packages)
                .hasSizeGreaterThan(8)
                .allSatisfy(found -> assertThat(found.isAnnotatedWith(NullMarked.class))
                        .as(found.getName())
                        .isTrue());
    }
}
