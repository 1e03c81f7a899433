package dev.commercekit.reliability.planted;

import dev.commercekit.core.crash.Enumeration;
import dev.commercekit.core.crash.Scenario;
import dev.commercekit.core.crash.World;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.reliability.place.Place;
import dev.commercekit.testkit.time.ManualClock;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every crash point on files of SQLite, for planted bugs: in one process, which stops without dying. */
class FileCrashPointsProbe {

    private static final String OPENED = "2026-01-05T09:00:00Z";

    @TempDir
    private Path folder;

    private Place place;
    private int shops;

    @BeforeEach
    void begin() {
        place = Place.at(Place.in(folder));
        place.begin(ManualClock.at(OPENED));
    }

    @AfterEach
    void end() {
        place.close();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PLACED_IN_A_TRANSACTION", "CANCELLED_IN_A_TRANSACTION"})
    void everyPoint(Scenario scenario) {
        Enumeration.singles(scenario, this::world);
    }

    private World world() {
        String shop = "shop" + ++shops;
        place.open(shop);
        ManualClock clock = ManualClock.at(OPENED);
        return place.world(shop, clock, SandboxGateway.at(clock));
    }
}
