package dev.commercekit.architecture;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportsTest {
    /** Foreign packages that a module shows in its signatures; its descriptor requires them transitively. */
    private static final Map<Part, List<String>> SHOWN = Map.of(
            Part.API, List.of(),
            Part.JSON, List.of("com.fasterxml.jackson."),
            Part.CORE, List.of(),
            Part.JDBC, List.of("javax.sql"),
            Part.TESTKIT, List.of("org.junit.jupiter.", "org.opentest4j.", "org.assertj."));

    @ParameterizedTest
    @MethodSource("dev.commercekit.architecture.Part#published")
    void signaturesShowOnlyWhatIsExported(Part part) {
        var exported = Part.published().flatMap(each -> each.exports().stream()).collect(toSet());
        var leaks = new TreeSet<String>();
        for (var type : part.classes()) {
            if (isVisible(type) && part.exports().contains(type.getPackageName())) {
                visibleMembers(type)
                        .forEach(member -> Signatures.typesIn(member)
                                .filter(shown -> !mayBeShown(part, exported, shown))
                                .forEach(shown -> leaks.add(member.getFullName() + " shows " + shown.getName())));
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void halfOfCoreIsHidden() {
        var exported = Part.CORE.exports();
        var byVisibility = Part.CORE.classes().stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(partitioningBy(type -> exported.contains(type.getPackageName()) && isPublic(type)));
        assertThat(byVisibility.get(false))
                .hasSizeGreaterThanOrEqualTo(byVisibility.get(true).size());
    }

    private static boolean mayBeShown(Part part, Set<String> exported, JavaClass shown) {
        var name = shown.getPackageName();
        return shown.isPrimitive()
                || name.startsWith("java.")
                || exported.contains(name) && isVisible(shown)
                || SHOWN.get(part).stream().anyMatch(name::startsWith);
    }

    private static Stream<JavaMember> visibleMembers(JavaClass type) {
        return type.getMembers().stream()
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
                .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    /** Nested types are seen only through their visible owners. */
    private static boolean isVisible(JavaClass type) {
        return (isPublic(type) || type.getModifiers().contains(JavaModifier.PROTECTED))
                && type.getEnclosingClass().map(ExportsTest::isVisible).orElse(true);
    }
}
