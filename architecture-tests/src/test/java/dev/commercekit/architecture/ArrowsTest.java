package dev.commercekit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrowsTest {
    private static final Map<Part, Set<Part>> MAY_SEE = Map.of(
            Part.API, EnumSet.of(Part.API),
            Part.JSON, EnumSet.of(Part.API, Part.JSON),
            Part.CORE, EnumSet.of(Part.API, Part.JSON, Part.CORE),
            Part.JDBC, EnumSet.of(Part.API, Part.JDBC),
            Part.TESTKIT, EnumSet.of(Part.API, Part.TESTKIT),
            Part.EXAMPLES, EnumSet.of(Part.API, Part.JSON, Part.CORE, Part.JDBC, Part.TESTKIT, Part.EXAMPLES),
            Part.BENCHMARKS, EnumSet.of(Part.API, Part.JSON, Part.CORE, Part.JDBC, Part.EXAMPLES, Part.BENCHMARKS));

    @ParameterizedTest
    @EnumSource
    void everyPartIsFound(Part part) {
        assertThat(part.classes()).hasSizeGreaterThanOrEqualTo(part.floor);
    }

    @ParameterizedTest
    @EnumSource
    void partsSeeOnlyWhatTheyMay(Part part) {
        var mayNotSee = EnumSet.complementOf(EnumSet.copyOf(MAY_SEE.get(part)));
        for (var other : mayNotSee) {
            noClasses().should().dependOnClassesThat(other.owns()).check(part.classes());
        }
    }

    @Test
    void theApiNeedsNothingButJava() {
        classes()
                .should()
                .onlyDependOnClassesThat(Part.API.owns().or(resideInAnyPackage("java..", "org.jspecify.annotations")))
                .check(Part.API.classes());
    }

    /** The API's root package is what all the others share; it is in no slice. */
    @ParameterizedTest
    @EnumSource
    void packagesHaveNoCycles(Part part) {
        slices().assignedFrom(new PackageOf(part))
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(part.classes());
    }

    private record PackageOf(Part part) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return part == Part.API && type.getPackageName().equals(part.root)
                    ? SliceIdentifier.ignore()
                    : SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages of " + part;
        }
    }
}
