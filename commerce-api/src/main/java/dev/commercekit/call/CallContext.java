package dev.commercekit.call;

import dev.commercekit.Input;
import dev.commercekit.account.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What travels with a call. It holds for the code that is run in it and for nothing else: threads and pools never inherit it,
 * so that no request can act for another.
 *
 * @param principal on whose behalf the call is made
 * @param deadline when the caller stops waiting, by the injected clock
 * @param trace the id by which logs of one request are found, 1 to 64 printable ASCII characters
 */
public record CallContext(Principal principal, Optional<Instant> deadline, Optional<String> trace) {

    /** The context of code that runs in none: the host's own call, without a deadline. */
    public static final CallContext HOST = new CallContext(Principal.HOST, Optional.empty(), Optional.empty());

    private static final ThreadLocal<CallContext> CURRENT = ThreadLocal.withInitial(() -> HOST);

    /** Checks the trace. */
    public CallContext {
        Input.required(principal, "principal");
        Input.required(deadline, "deadline");
        Input.required(trace, "trace").ifPresent(id -> Input.identifier(id, "trace", 64));
    }

    /** Returns the context in which the calling code runs. */
    public static CallContext current() {
        return CURRENT.get();
    }

    /** Returns the same context with another principal. */
    public CallContext as(Principal other) {
        return new CallContext(other, deadline, trace);
    }

    /** Returns the same context with a deadline; an earlier one that it has already stays. */
    public CallContext until(Instant latest) {
        Input.required(latest, "deadline");
        Instant earliest = deadline.filter(latest::isAfter).orElse(latest);
        return new CallContext(principal, Optional.of(earliest), trace);
    }

    /** Returns the same context with a trace. */
    public CallContext traced(String id) {
        return new CallContext(principal, deadline, Optional.of(id));
    }

    /** Runs code in this context, on the calling thread, and goes back to the context before. */
    public <T> T call(Supplier<T> code) {
        CallContext before = CURRENT.get();
        CURRENT.set(this);
        try {
            return code.get();
        } finally {
            if (before.equals(HOST)) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** Runs code in this context, on the calling thread, and goes back to the context before. */
    public void run(Runnable code) {
        this.<Optional<Void>>call(() -> {
            code.run();
            return Optional.empty();
        });
    }
}
