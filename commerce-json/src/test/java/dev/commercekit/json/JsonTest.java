package dev.commercekit.json;

import dev.commercekit.testkit.PortContract;

class JsonTest extends PortContract {
    @Override
    protected Object port() {
        return Json.mapper();
    }
}
