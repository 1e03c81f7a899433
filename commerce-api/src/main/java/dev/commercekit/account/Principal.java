package dev.commercekit.account;

import dev.commercekit.Input;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * On whose behalf a call is made. The host decides who that is; the library only checks what they may do.
 *
 * @param name how the principal appears in timelines and audits, 1 to 64 printable ASCII characters
 * @param customer the customer who the principal is, if any
 * @param permissions what the principal may do
 */
public record Principal(String name, Optional<CustomerId> customer, Set<Permission> permissions) {

    /** The host application itself, which may do everything; calls without a context are its own. */
    public static final Principal HOST = new Principal("host", Optional.empty(), EnumSet.allOf(Permission.class));

    /** Checks the name and copies the permissions. */
    public Principal {
        Input.identifier(name, "principal", 64);
        Input.required(customer, "customer");
        permissions = Set.copyOf(Input.list(permissions, "permissions", Permission.values().length));
    }

    /** Returns a customer, who may act for themselves alone. */
    public static Principal customer(CustomerId id) {
        return new Principal(Input.required(id, "customerId").value(), Optional.of(id), Set.of());
    }

    /** Returns somebody who may do the given things. */
    public static Principal of(String name, Permission... permissions) {
        return new Principal(name, Optional.empty(), distinct(permissions));
    }

    private static Set<Permission> distinct(Permission[] permissions) {
        return new HashSet<>(
                Input.list(Arrays.asList(Input.required(permissions, "permissions")), "permissions", 1_000));
    }

    /** Returns whether the principal may do this. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Returns whether the principal may act for this buyer: as the buyer, or for every buyer. */
    public boolean mayActFor(Buyer buyer) {
        return may(Permission.ACT_FOR_BUYERS)
                || buyer instanceof Buyer.Customer known
                        && customer.filter(known.id()::equals).isPresent();
    }
}
