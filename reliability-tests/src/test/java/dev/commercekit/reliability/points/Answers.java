package dev.commercekit.reliability.points;

import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.ReturnResult;
import dev.commercekit.order.ShipResult;
import java.util.List;

/** Answers as text, to be compared with those of other processes. */
final class Answers {

    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(CheckoutResult.class),
            new Kind<>(ShipResult.class),
            new Kind<>(ReturnResult.class),
            new Kind<>(CancelResult.class));

    private Answers() {}

    /** Returns whether it only says that the answer is to come. */
    static boolean isPending(String answer) {
        return answer.startsWith("{\"type\":\"pending\"");
    }

    static String text(Object answer) {
        return KINDS.stream()
                .filter(kind -> kind.type.isInstance(answer))
                .map(kind -> kind.text(answer))
                .findFirst()
                .orElseThrow();
    }

    private static final class Kind<T> {

        private final Class<T> type;
        private final JsonCodec<T> codec;

        Kind(Class<T> type) {
            this.type = type;
            this.codec = CommerceJson.codec(type);
        }

        String text(Object answer) {
            return codec.write(type.cast(answer));
        }
    }
}
