package dev.commercekit.core.planted;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;

/**
 * What notices bugs of core, in the order in which it is asked: first the tests of whole shops that look for any broken promise, then
 * those that look at one thing each, then those in which threads race, and last the one in which confirmations are relaxed.
 */
public enum CoreDetector implements Detector {
    CRASH_POINTS("crash points", "crash.CrashPointsProbe"),
    RANDOM_STOPS("random stops", "crash.RandomStopsTest"),
    SIMULATION("simulation", "simulation.SimulationProbe"),
    CHECKOUT("contract of the checkout", "shop.InMemoryCheckoutTest", "shop.CheckoutLosingRepliesTest"),
    ORDERS("contract of orders", "shop.InMemoryOrdersTest", "shop.OrdersLosingRepliesTest"),
    INVENTORY(
            "contract of the inventory",
            "inventory.InventoryServiceTest",
            "inventory.InventoryServiceLosingRepliesTest",
            "inventory.StockWritesTest"),
    CARTS("contract of carts", "cart.CartServiceTest", "cart.StorageCartStoreTest"),
    STORAGE("contract of the storage", "memory.InMemoryStorageTest"),
    CASES(
            "cases of shops",
            "shop.CheckoutTest",
            "shop.PaymentCasesTest",
            "shop.NotificationCasesTest",
            "shop.PartialApprovalTest",
            "shop.OrderCasesTest",
            "shop.TornReadingsTest",
            "shop.FailingCartStoreTest",
            "shop.NewStartTest",
            "shop.CommerceTest",
            "payment.GatewayCallsTest"),
    COMMITS("commits are counted", "shop.CommitCountTest"),
    WORKFLOWS(
            "tests of workflows",
            "workflow.CallsTest",
            "workflow.CallViewTest",
            "workflow.FusionTest",
            "workflow.RecallTest",
            "workflow.RecoveryTest",
            "workflow.SignalsTest",
            "workflow.TakeOverTest",
            "workflow.UndoTest",
            "workflow.VersionsTest",
            "workflow.WithoutCallsTest",
            "workflow.CrashPointsTest"),
    QUEUE("tests of the commit queue", "commit.CommitQueueTest", "commit.DoubtTest", "commit.StorageClockTest"),
    RELAY(
            "tests of the relay",
            "event.RelayTest",
            "event.RelayClaimTest",
            "event.RelayCrashTest",
            "event.EffectTest",
            "event.ParkedEventsTest"),
    KEYS("tests of keys", "key.CommandRunnerTest", "key.FingerprintTest"),
    RETENTION("tests of retention", "shop.RetentionTest", "shop.RepeatedAfterRetentionTest"),
    HOUSEKEEPING("tests of housekeeping", "housekeeping.HousekeeperTest"),
    RACES(
            "races of threads",
            "shop.CheckoutContentionTest",
            "commit.QueueContentionTest",
            "workflow.RacingDriversTest",
            "event.RelayContentionTest"),
    DATABASE_CRASHES("crashes of the database", "crash.DatabaseCrashProbe");

    private final String label;
    private final ImmutableList<String> tests;

    CoreDetector(String label, String... tests) {
        this.label = label;
        this.tests = Arrays.stream(tests)
                .map(test -> "dev.commercekit.core." + test)
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public List<String> tests() {
        return tests;
    }

    @Override
    public String toString() {
        return label;
    }
}
