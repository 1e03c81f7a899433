package dev.commercekit.core.crash;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link CrashEnumerationTest} for planted bugs: the quick part comes first, and no page states the counts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashPointsProbe {

    @ParameterizedTest
    @EnumSource
    @Order(1)
    void everyPoint(Scenario scenario) {
        Enumeration.singles(scenario);
    }

    @ParameterizedTest
    @EnumSource
    @Order(2)
    void everyPair(Scenario scenario) {
        Enumeration.pairs(scenario);
    }
}
