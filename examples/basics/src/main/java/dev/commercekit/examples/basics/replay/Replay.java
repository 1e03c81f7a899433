package dev.commercekit.examples.basics.replay;

import dev.commercekit.core.Commerce;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.examples.basics.command.Demo;
import dev.commercekit.examples.basics.command.Options;
import dev.commercekit.examples.basics.command.Progress;
import dev.commercekit.examples.basics.command.UsageException;
import dev.commercekit.examples.basics.command.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs the invoices of a real shop through carts, checkout, payment, shipment and returns, and judges the books. */
public final class Replay implements Demo {

    private static final String SKIP = "--skip-bad-lines";
    private static final int SHOWN = 20;

    @Override
    public String usage() {
        return "DIR [" + SKIP + "]";
    }

    @Override
    public Set<String> flags() {
        return Set.of(SKIP);
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
        SandboxGateway gateway = SandboxGateway.at(InstantSource.system());
        try (Commerce shop = Commerce.builder().payments(gateway).build()) {
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
                    gateway,
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
