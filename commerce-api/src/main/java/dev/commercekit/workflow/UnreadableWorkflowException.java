package dev.commercekit.workflow;

import dev.commercekit.CommerceException;

/**
 * The storage holds an open workflow that this version of the program cannot go on with: its definition is not registered, its
 * state is of a version from which no upgrade leads here, or the step at which it stands is gone.
 */
public final class UnreadableWorkflowException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final String workflow;
    private final int version;

    /** Creates the error for a workflow's name, the version of the stored state and what is missing. */
    public UnreadableWorkflowException(String workflow, int version, String reason) {
        super("workflow " + workflow + " of version " + version + " cannot go on: " + reason);
        this.workflow = workflow;
        this.version = version;
    }

    /** Returns the name of the workflow. */
    public String workflow() {
        return workflow;
    }

    /** Returns the version of the stored state. */
    public int version() {
        return version;
    }

    @Override
    public String code() {
        return "workflow-unreadable";
    }
}
