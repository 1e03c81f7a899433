package dev.commercekit.examples.basics.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders of invoices for tests: the one of the README beside it, and small ones made of lines. */
final class Months {

    static final Path OURS = Path.of("src/test/resources/replay/month");

    private Months() {}

    /** Writes a file with the header and these lines into the folder. */
    static Path write(Path folder, String name, String... lines) throws IOException {
        Files.writeString(
                folder.resolve(name),
                String.join(",", InvoiceLine.COLUMNS) + "\n" + String.join("\n", List.of(lines)) + "\n");
        return folder;
    }

    /** Returns a line of an invoice of customer 501 in the United Kingdom. */
    static String line(String invoice, String code, String quantity, String price) {
        return invoice + "," + code + ",THING," + quantity + ",2024-03-01 09:00:00," + price + ",501.0,United Kingdom";
    }
}
