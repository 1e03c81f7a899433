package dev.commercekit.examples.basics;

import dev.commercekit.core.Commerce;

final class Quickstart {
    private Quickstart() {}

    static int run(String... options) {
        System.out.println("quickstart: " + new Commerce().part(0) + " with " + options.length + " options");
        return 0;
    }
}
