package dev.commercekit.workflow;

import dev.commercekit.Input;

/**
 * Something that an open workflow is told from outside, such as the notification of a payment. It wakes the workflow, which
 * finds it in its next call; the same id is kept once.
 *
 * @param id names the signal, so that it can be sent twice; 1 to 128 printable ASCII characters
 * @param name what it is, 1 to 40 printable ASCII characters
 * @param payload a JSON document
 */
public record Signal(String id, String name, String payload) {

    /** Checks the id and the name. */
    public Signal {
        Input.identifier(id, "signalId", 128);
        Input.identifier(name, "signal", 40);
        Input.required(payload, "payload");
    }

    /** Returns the id and the name; the payload may be personal. */
    @Override
    public String toString() {
        return "Signal[" + id + ", " + name + ", ***]";
    }
}
