package dev.commercekit.workflow;

import dev.commercekit.CommerceException;

/**
 * Others changed what the steps of a workflow read or wrote, each time that they ran; nothing of them was written. The same
 * call may succeed later.
 */
public final class WorkflowConflictException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final String workflowId;

    /** Creates the error for an instance whose steps were refused so many times. */
    public WorkflowConflictException(String workflowId, int tries) {
        super("workflow " + workflowId + " met a conflict " + tries + " times in a row");
        this.workflowId = workflowId;
    }

    /** Returns the id of the instance. */
    public String workflowId() {
        return workflowId;
    }

    @Override
    public String code() {
        return "workflow-conflict";
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
