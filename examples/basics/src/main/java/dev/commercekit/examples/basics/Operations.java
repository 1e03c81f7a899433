package dev.commercekit.examples.basics;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.PageRequest;
import dev.commercekit.account.Permission;
import dev.commercekit.account.Principal;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.RetentionPolicy;
import java.time.Duration;
import java.util.Set;

/** What the page on operations shows; the lines of its methods and those of the page are the same. */
final class Operations {

    private Operations() {}

    /** Lists what is stuck, gives up the requests that the gateway says it never got, and tries the events again. */
    static void decide(Commerce shop, Set<IdempotencyKey> lost) {
        var operator = shop.as(Principal.of("olga", Permission.OPERATE)).operator();
        for (var stuck : operator.parkedWorkflows(100)) {
            System.out.println(stuck);
            stuck.request()
                    .filter(lost::contains)
                    .ifPresent(request -> operator.abandon(request, "never arrived, ticket 4711"));
        }
        for (var event : operator.parkedEvents(100)) {
            operator.retryEvent(event.id(), "the mail server is back");
        }
        operator.audit(PageRequest.first(20)).items().forEach(System.out::println);
    }

    /** Opens a shop that remembers for other times than usual. */
    static Commerce open() {
        var policy = RetentionPolicy.DEFAULT
                .workflows(Duration.ofDays(60))
                .keys(Duration.ofDays(60))
                .guestCarts(Duration.ofDays(30));
        var shop = Commerce.builder().retention(policy).build();
        return shop;
    }
}
