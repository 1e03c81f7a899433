package dev.commercekit.examples.basics.replay;

import dev.commercekit.core.Commerce;
import dev.commercekit.core.Shared;
import dev.commercekit.examples.basics.command.Demo;
import dev.commercekit.examples.basics.command.Options;
import dev.commercekit.examples.basics.command.Place;
import dev.commercekit.examples.basics.command.Progress;
import dev.commercekit.examples.basics.command.UsageException;
import dev.commercekit.examples.basics.command.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs the invoices of a real shop through carts, checkout, payment, shipment and returns, and judges the books. */
public final class Replay implements Demo {

    private static final String SKIP = "--skip-bad-lines";
    private static final String RESUME = "--resume";
    private static final int SHOWN = 20;

    /** A process that was killed is taken for gone in this time; the gateways here answer far sooner. */
    private static final Duration GATEWAY_TIMEOUT = Duration.ofSeconds(2);

    @Override
    public String usage() {
        return "DIR [" + SKIP + "] [" + RESUME + "]";
    }

    @Override
    public Set<String> flags() {
        return Set.of(SKIP, RESUME);
    }

    @Override
    public Verdict run(Options options, PrintStream out) throws UsageException, IOException {
        if (options.arguments().size() != 1) {
            throw new UsageException("replay needs one folder of CSV files");
        }
        InvoiceBook book = InvoiceBook.read(Path.of(options.arguments().get(0)));
        if (!book.bad().isEmpty() && !options.flags().contains(SKIP)) {
            throw new UsageException(listed(book) + "nothing was sold; " + SKIP + " leaves these lines out");
        }
        if (book.invoices().isEmpty()) {
            throw new UsageException(
                    "there is no line to replay in " + options.arguments().get(0));
        }
        boolean resume = options.flags().contains(RESUME);
        try (Place place = options.storage().open(resume);
                Commerce shop = Commerce.builder()
                        .storage(Shared.of(place.storage()))
                        .payments(Shared.of(place.gateway()))
                        .gatewayTimeout(GATEWAY_TIMEOUT)
                        .build()) {
            if (!resume) {
                place.begin(shop);
            }
            ShopOpening opening = ShopOpening.before(book);
            opening.stockUp(shop.catalog(), shop.inventory());
            Replayer replayer = new Replayer(shop);
            long begun = System.nanoTime();
            try (Progress progress = Progress.of("invoices", book.invoices().size())) {
                for (Invoice invoice : book.invoices()) {
                    replayer.replay(invoice);
                    progress.step();
                }
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            Replayer.Done done = replayer.done();
            Report report = new Report(
                    book,
                    done,
                    OrderAudit.of(shop.orders(), done.sales()),
                    StockAudit.of(shop.inventory(), opening.stock().keySet()),
                    place.ledger(),
                    seconds);
            report.tell(out);
            return report.verdict();
        }
    }

    private static String listed(InvoiceBook book) {
        String lines = book.bad().stream()
                .limit(SHOWN)
                .map(bad -> bad + System.lineSeparator())
                .collect(Collectors.joining());
        int more = book.bad().size() - SHOWN;
        return more > 0 ? lines + "and " + more + " more" + System.lineSeparator() : lines;
    }
}
