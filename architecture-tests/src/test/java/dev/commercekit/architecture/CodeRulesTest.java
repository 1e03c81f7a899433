package dev.commercekit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeRulesTest {
    private static final String TIME = "dev.commercekit.core.SystemTime";
    private static final String IDS = "dev.commercekit.core.RandomIds";
    private static final String EXCEPTIONS_ROOT = "dev.commercekit.CommerceException";

    /** Packages of the API that measure or balance, and never hold money: none yet. */
    private static final List<String> MAY_MEASURE = List.of();

    /** Packages of core that hold money. */
    private static final List<String> MONEY_IN_CORE =
            List.of("dev.commercekit.core.money", "dev.commercekit.core.order", "dev.commercekit.core.pricing");

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private static final JavaClasses LIBRARY = Part.classesOf(Part.library());
    private static final JavaClasses PUBLISHED = Part.classesOf(Part.published());

    private static final DescribedPredicate<JavaAccess<?>> READS_THE_TIME = describe("reads the clock", access -> {
        var owner = access.getTargetOwner().getName();
        var name = access.getTarget().getName();
        return owner.equals("java.lang.System")
                        && Set.of("currentTimeMillis", "nanoTime").contains(name)
                || owner.equals("java.lang.Thread") && name.equals("sleep")
                || owner.startsWith("java.time.") && name.equals("now") && !takesAClock(access)
                || owner.startsWith("java.time.") && (name.startsWith("system") || name.startsWith("tick"))
                || owner.equals("java.util.Date")
                        && name.equals("<init>")
                        && parameters(access).isEmpty();
    });

    private static final DescribedPredicate<JavaAccess<?>> DRAWS_AT_RANDOM = describe("draws at random", access -> {
        var owner = access.getTargetOwner().getName();
        var name = access.getTarget().getName();
        return name.equals("<init>")
                        && Set.of("java.util.Random", "java.util.SplittableRandom")
                                .contains(owner)
                || owner.equals("java.util.concurrent.ThreadLocalRandom")
                || owner.equals("java.util.UUID") && name.equals("randomUUID")
                || owner.equals("java.lang.Math") && name.equals("random");
    });

    @Test
    void moneyIsExact() {
        var exact = Part.classesOf(Stream.of(Part.API, Part.CORE))
                .that(describe(
                        "hold or may hold money",
                        type -> Part.of(type)
                                .filter(part -> part == Part.API ? !isIn(MAY_MEASURE, type) : isIn(MONEY_IN_CORE, type))
                                .isPresent()));
        var floating = exact.stream()
                .flatMap(type -> type.getMembers().stream())
                .filter(member -> Signatures.typesIn(member).anyMatch(CodeRulesTest::isFloating))
                .map(JavaMember::getFullName);
        assertThat(exact).isNotEmpty();
        assertThat(floating).isEmpty();
    }

    @Test
    void timeIsInjected() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(TIME)
                .should()
                .accessTargetWhere(READS_THE_TIME)
                .check(LIBRARY);
    }

    @Test
    void chanceIsInjected() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(IDS)
                .should()
                .accessTargetWhere(DRAWS_AT_RANDOM)
                .check(LIBRARY);
    }

    @Test
    void nothingPrints() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(PUBLISHED);
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "prints a stack trace",
                        access -> access.getTarget().getName().equals("printStackTrace")))
                .check(PUBLISHED);
    }

    @Test
    void nothingPinsAVirtualThread() {
        methods()
                .should()
                .notHaveModifier(JavaModifier.SYNCHRONIZED)
                .allowEmptyShould(true)
                .check(LIBRARY);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?)(\\$.*)?")
                .orShould()
                .haveNameMatching(".*[.$](Base|Abstract)[A-Z].*")
                .check(PUBLISHED);
    }

    @Test
    void exceptionsHaveOneRoot() {
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(EXCEPTIONS_ROOT)
                .check(Part.API.classes());
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return parameters(access).contains("java.time.Clock");
    }

    private static List<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING.contains(type.getName());
    }

    private static boolean isIn(List<String> packages, JavaClass type) {
        return packages.stream().anyMatch(name -> (type.getPackageName() + ".").startsWith(name + "."));
    }
}
