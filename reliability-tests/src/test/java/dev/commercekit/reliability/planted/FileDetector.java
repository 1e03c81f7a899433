package dev.commercekit.reliability.planted;

import dev.commercekit.core.planted.Detector;
import java.util.List;

/** What notices bugs of core on files of SQLite, each as its namesake does in memory. */
enum FileDetector implements Detector {
    CRASH_POINTS("crash points", "dev.commercekit.reliability.planted.FileCrashPointsProbe"),
    CHECKOUT(
            "contract of the checkout",
            "dev.commercekit.jdbc.FileShopTest/dev.commercekit.jdbc.SqlShopContracts$Checkouts"),
    ORDERS("contract of orders", "dev.commercekit.jdbc.FileShopTest/dev.commercekit.jdbc.SqlShopContracts$OfOrders"),
    INVENTORY(
            "contract of the inventory",
            "dev.commercekit.jdbc.FileShopTest/dev.commercekit.jdbc.SqlShopContracts$Stock");

    private final String label;
    private final String test;

    FileDetector(String label, String test) {
        this.label = label;
        this.test = test;
    }

    @Override
    public List<String> tests() {
        return List.of(test);
    }

    @Override
    public String toString() {
        return label;
    }
}
