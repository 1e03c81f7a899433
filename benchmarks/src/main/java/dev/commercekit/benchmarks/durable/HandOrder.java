package dev.commercekit.benchmarks.durable;

/** The values of an order that is written by hand; its documents are as long as the shop's. */
record HandOrder(String id, String number, String buyer, String sku) {

    String cart() {
        return "cart-" + id;
    }

    String scope() {
        return "checkout|customer:" + buyer;
    }

    String key() {
        return "buy-" + number;
    }

    String fingerprint() {
        return "v1:" + id.replace("-", "");
    }

    String attempt() {
        return "checkout-" + id;
    }

    String requestKey() {
        return attempt() + "/pay/1";
    }

    String body() {
        return """
                {"buyer":{"type":"customer","id":"%s"},"lines":[{"id":"%s","sku":"%s","name":"Thing number 1","quantity":2,\
                "attributes":{},"unitPrice":{"amount":"2.55","currency":"GBP"},"total":{"amount":"5.10","currency":"GBP"},\
                "shipped":0,"returned":0}],"adjustments":[],"shipTo":null,"contact":null}""".formatted(buyer, sku, sku);
    }

    String event(String type) {
        return """
                {"type":"%s","header":{"order":"%s","number":"%s","sequence":1,"at":"2026-11-24T14:22:06.819Z",\
                "actor":"host"},"total":{"amount":"5.10","currency":"GBP"}}""".formatted(type, id, number);
    }

    String answer() {
        return """
                {"type":"confirmed","order":"%s","number":"%s","total":{"amount":"5.10","currency":"GBP"}}""".formatted(id, number);
    }

    String state(String result) {
        return """
                {"request":{"key":"%s","buyer":{"type":"customer","id":"%s"},"cart":"%s","generation":"%s","order":"%s",\
                "number":"%s","total":{"amount":"5.10","currency":"GBP"},"token":"tok_approve","capture":"ON_SHIPMENT",\
                "skus":["%s"],"actor":"host"},"placement":null,"outcome":null,"givenBack":null,"result":%s}""".formatted(key(), buyer, cart(), cart(), id, number, sku, result);
    }
}
