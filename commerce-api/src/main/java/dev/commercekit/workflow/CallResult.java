package dev.commercekit.workflow;

import dev.commercekit.Input;
import java.time.Duration;

/**
 * What a call yielded. Complete: there will be no further case.
 *
 * @param <S> the state
 */
public sealed interface CallResult<S> {

    /**
     * The effect is done, or whatever the answer was, it is final and the workflow goes on.
     *
     * @param state the state with the answer in it
     * @param <S> the state
     */
    record Done<S>(S state) implements CallResult<S> {

        /** Refuses null. */
        public Done {
            Input.required(state, "state");
        }
    }

    /**
     * The other side definitely refused. The steps done before are undone.
     *
     * @param state the state with the answer in it
     * @param reason why, for a log
     * @param <S> the state
     */
    record Rejected<S>(S state, String reason) implements CallResult<S> {

        /** Refuses null. */
        public Rejected {
            Input.required(state, "state");
            Input.required(reason, "reason");
        }
    }

    /**
     * The other side definitely refused this request, but another one may succeed: the call is made again under the key of the
     * next try.
     *
     * @param state the state with the answer in it
     * @param reason why, for a log
     * @param <S> the state
     */
    record TryAnew<S>(S state, String reason) implements CallResult<S> {

        /** Refuses null. */
        public TryAnew {
            Input.required(state, "state");
            Input.required(reason, "reason");
        }
    }

    /**
     * The other side definitely refused, and the workflow can neither go on nor back from that: stop, and show it to an operator.
     * If it is let go on, the call is made under the key of the next try.
     *
     * @param state the state with the answer in it
     * @param reason why
     * @param <S> the state
     */
    record Refused<S>(S state, String reason) implements CallResult<S> {

        /** Refuses null. */
        public Refused {
            Input.required(state, "state");
            Input.required(reason, "reason");
        }
    }

    /**
     * Nobody knows. The call is made again after a while, with the same key.
     *
     * @param reason what was seen, for a log
     * @param <S> the state
     */
    record Unknown<S>(String reason) implements CallResult<S> {

        /** Refuses null. */
        public Unknown {
            Input.required(reason, "reason");
        }
    }

    /**
     * The other side waits for something. The call is made again, with the same key, when a signal comes or time is over.
     *
     * @param state the state with what is waited for
     * @param atMost how long to wait for a signal
     * @param <S> the state
     */
    record Waiting<S>(S state, Duration atMost) implements CallResult<S> {

        /** Refuses null. */
        public Waiting {
            Input.required(state, "state");
            Input.required(atMost, "atMost");
        }
    }

    /**
     * It can be neither sent nor looked up any more: stop, and show the workflow to an operator.
     *
     * @param reason why
     * @param <S> the state
     */
    record Stuck<S>(String reason) implements CallResult<S> {

        /** Refuses null. */
        public Stuck {
            Input.required(reason, "reason");
        }
    }
}
