package dev.commercekit.examples.durable.crash;

import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import java.io.PrintStream;

/**
 * What a process that sells tells its parent, a line each, before it goes on: so that what it was told can be held against
 * what is there when it is dead.
 */
final class Testimony {

    static final String READY = "READY";
    static final String BEGINS = "BEGINS";
    static final String ANSWERED = "ANSWERED";

    static final JsonCodec<CheckoutResult> RESULTS = CommerceJson.codec(CheckoutResult.class);

    private final PrintStream out;

    Testimony(PrintStream out) {
        this.out = out;
    }

    void ready() {
        tell(READY);
    }

    void begins(String name) {
        tell(BEGINS + " " + name);
    }

    void answered(String name, CheckoutResult result) {
        tell(ANSWERED + " " + name + " " + RESULTS.write(result));
    }

    private void tell(String line) {
        out.print(line + "\n");
        out.flush();
    }
}
