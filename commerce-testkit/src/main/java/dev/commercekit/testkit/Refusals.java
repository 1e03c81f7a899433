package dev.commercekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.commercekit.InvalidInputException;
import dev.commercekit.KeyReusedException;
import dev.commercekit.NotFoundException;
import dev.commercekit.account.Permission;
import dev.commercekit.account.PermissionDeniedException;
import dev.commercekit.account.Principal;
import dev.commercekit.call.CallContext;
import java.util.EnumSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a port refuses, and with which typed error. */
public final class Refusals {

    private Refusals() {}

    /** Demands that the call is refused as bad input, and that the error names the field. */
    public static void invalid(String field, ThrowingCallable call) {
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, call);
        assertThat(refused).as("refusal of %s", field).isNotNull();
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.reason()).isNotBlank();
        assertThat(refused.code()).isEqualTo("invalid-input");
    }

    /** Demands that the call is refused since there is no such thing. */
    public static void unknown(String kind, String id, ThrowingCallable call) {
        NotFoundException refused = catchThrowableOfType(NotFoundException.class, call);
        assertThat(refused).as("refusal of %s %s", kind, id).isNotNull();
        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused.id()).isEqualTo(id);
    }

    /** Demands that the call is refused because its key was used for another request. */
    public static void reused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(KeyReusedException.class);
    }

    /** Demands that the call is refused to a principal who may do everything but this, and that the error says so. */
    public static void denied(Permission permission, Runnable call) {
        EnumSet<Permission> others = EnumSet.complementOf(EnumSet.of(permission));
        Principal lacking = Principal.of("lacking", others.toArray(Permission[]::new));
        PermissionDeniedException refused =
                catchThrowableOfType(PermissionDeniedException.class, () -> as(lacking, call));
        assertThat(refused).as("refusal for want of %s", permission).isNotNull();
        assertThat(refused.permission()).isEqualTo(permission);
        assertThat(refused.principal()).isEqualTo("lacking");
    }

    /** Makes a call on behalf of a principal. */
    public static void as(Principal principal, Runnable call) {
        CallContext.HOST.as(principal).run(call);
    }

    /** Returns nothing where something is demanded, to see it refused. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    public static <T> T missing() {
        return null;
    }
}
