package dev.commercekit.core.key;

import dev.commercekit.account.Buyer;
import dev.commercekit.account.Permission;
import dev.commercekit.account.PermissionDeniedException;
import dev.commercekit.account.Principal;
import dev.commercekit.call.CallContext;

/** On whose behalf the present call is made, and whether they may. */
public final class Caller {

    private Caller() {}

    /**
     * Returns the principal of the call.
     *
     * @throws PermissionDeniedException if it lacks the permission
     */
    public static Principal require(Permission permission) {
        Principal principal = CallContext.current().principal();
        if (!principal.may(permission)) {
            throw new PermissionDeniedException(principal.name(), permission);
        }
        return principal;
    }

    /**
     * Checks that the principal of the call may act for a buyer.
     *
     * @throws PermissionDeniedException if not
     */
    public static void requireFor(Buyer buyer) {
        Principal principal = CallContext.current().principal();
        if (!principal.mayActFor(buyer)) {
            throw new PermissionDeniedException(principal.name(), Permission.ACT_FOR_BUYERS);
        }
    }
}
