package dev.commercekit.examples.durable.crash;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.checkout.CheckoutResult;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What processes told before they died: which checkouts were begun, and which answers buyers have seen. Thread-safe. */
public final class Heard {

    private final Set<IdempotencyKey> begun = ConcurrentHashMap.newKeySet();
    private final Map<IdempotencyKey, CheckoutResult> answers = new ConcurrentHashMap<>();

    void begun(IdempotencyKey key) {
        begun.add(key);
    }

    void answered(IdempotencyKey key, CheckoutResult answer) {
        answers.put(key, answer);
    }

    /** Returns the keys of all checkouts that were begun. */
    public Set<IdempotencyKey> begun() {
        return Set.copyOf(begun);
    }

    /** Returns the keys of the checkouts that were begun and whose buyers have no final answer. */
    public Set<IdempotencyKey> open() {
        return begun.stream()
                .filter(key -> !(answers.get(key) != null && isFinal(answers.get(key))))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the final answers that buyers have seen. */
    public Map<IdempotencyKey, CheckoutResult> answers() {
        return answers.entrySet().stream()
                .filter(entry -> isFinal(entry.getValue()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A changed quote claims nothing, so it is no answer that the shop keeps. */
    private static boolean isFinal(CheckoutResult answer) {
        return !(answer instanceof CheckoutResult.Pending || answer instanceof CheckoutResult.QuoteChanged);
    }
}
