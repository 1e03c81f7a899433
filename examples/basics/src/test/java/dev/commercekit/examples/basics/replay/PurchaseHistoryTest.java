package dev.commercekit.examples.basics.replay;

import static dev.commercekit.examples.basics.replay.Months.line;
import static dev.commercekit.examples.basics.replay.Months.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurchaseHistoryTest {
    @TempDir
    Path folder;

    @Test
    void theNewestOrderComesFirstAndInItTheFirstLine() throws Exception {
        assertThat(matches(
                        line("1", "10001", "2", "1.0"),
                        line("2", "10001", "2", "3.0"),
                        line("2", "10001", "2", "4.0"),
                        line("C3", "10001", "-5", "1.0")))
                .containsExactly("2/0: 2 for 6.00 GBP", "2/1: 2 for 8.00 GBP", "1/0: 1 for 1.00 GBP");
    }

    @Test
    void neverMoreThanWasBoughtComesBack() throws Exception {
        assertThat(matches(
                        line("1", "10001", "2", "1.0"),
                        line("C2", "10001", "-1", "1.0"),
                        line("C3", "10001", "-9", "1.0"),
                        line("C4", "10001", "-1", "1.0")))
                .containsExactly("1/0: 1 for 1.00 GBP", "1/0: 1 for 1.00 GBP");
    }

    @Test
    void theRefundsOfALineSumToItsTotal() throws Exception {
        assertThat(matches(
                        line("1", "10001", "3", "0.125"),
                        line("C2", "10001", "-1", "1.0"),
                        line("C3", "10001", "-1", "1.0"),
                        line("C4", "10001", "-1", "1.0")))
                .containsExactly("1/0: 1 for 0.13 GBP", "1/0: 1 for 0.12 GBP", "1/0: 1 for 0.13 GBP");
    }

    @Test
    void othersAndLaterOrdersAndGuestsAreNoMatch() throws Exception {
        var order = line("2", "10001", "2", "1.0");
        var back = line("C3", "10001", "-1", "1.0");

        assertThat(matches(line("C1", "10001", "-1", "1.0"), order)).isEmpty();
        assertThat(matches(order, back.replace("10001", "10002"))).isEmpty();
        assertThat(matches(order, back.replace("501.0", "502.0"))).isEmpty();
        assertThat(matches(order.replace("501.0", ""), back.replace("501.0", "")))
                .isEmpty();
    }

    private List<String> matches(String... lines) throws Exception {
        var history = new PurchaseHistory();
        return InvoiceBook.read(write(folder, "a.csv", lines)).invoices().stream()
                .flatMap(invoice -> {
                    if (invoice.kind() == Invoice.Kind.RETURN) {
                        return invoice.lines().stream().flatMap(line -> history.match(line).stream());
                    }
                    history.bought(invoice);
                    return Stream.empty();
                })
                .map(match ->
                        match.order().number() + "/" + match.line() + ": " + match.units() + " for " + match.refund())
                .toList();
    }
}
