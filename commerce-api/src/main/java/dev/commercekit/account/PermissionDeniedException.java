package dev.commercekit.account;

import dev.commercekit.CommerceException;

/** The principal of the call may not do this; nothing was changed. */
public final class PermissionDeniedException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final String principal;
    private final Permission permission;

    /** Creates the error for a principal's name and the permission that is missing. */
    public PermissionDeniedException(String principal, Permission permission) {
        super(principal + " lacks the permission " + permission);
        this.principal = principal;
        this.permission = permission;
    }

    /** Returns the principal's name. */
    public String principal() {
        return principal;
    }

    /** Returns the permission that is missing. */
    public Permission permission() {
        return permission;
    }

    @Override
    public String code() {
        return "permission-denied";
    }
}
