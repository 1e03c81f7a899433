package dev.commercekit.examples.basics.flashsale;

import dev.commercekit.core.Commerce;
import dev.commercekit.core.Shared;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.examples.basics.command.CountedStorage;
import dev.commercekit.examples.basics.command.Demo;
import dev.commercekit.examples.basics.command.Options;
import dev.commercekit.examples.basics.command.Place;
import dev.commercekit.examples.basics.command.UsageException;
import dev.commercekit.examples.basics.command.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Set;

/** One hot SKU and a crowd of buyers, with declines and unknown payments mixed in, judged from outside. */
public final class FlashSale implements Demo {

    @Override
    public String usage() {
        return Size.USAGE;
    }

    @Override
    public Set<String> values() {
        return Size.OPTIONS;
    }

    @Override
    public Verdict run(Options options, PrintStream out) throws UsageException, IOException {
        Size size = Size.of(options);
        SandboxGateway gateway = SandboxGateway.at(InstantSource.system());
        try (Place place = options.storage().open(false);
                CountedStorage counted = new CountedStorage(place.storage());
                Commerce shop = Commerce.builder()
                        .storage(Shared.of(counted))
                        .payments(Shared.of(gateway))
                        .build()) {
            place.begin(shop);
            Sale sale = new Sale(shop, size);
            long before = counted.commits();
            sale.run();
            Judgement judgement = new Judgement(size, sale, shop, gateway, counted.commits() - before);
            judgement.tell(out);
            return judgement.verdict();
        }
    }
}
