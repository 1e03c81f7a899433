package dev.commercekit.core;

import dev.commercekit.testkit.PortContract;

class CommerceTest extends PortContract {
    @Override
    protected Object port() {
        return new Commerce();
    }
}
