package dev.commercekit.workflow;

import dev.commercekit.TransitionTable;

/** Where an instance of a workflow stands. */
public enum WorkflowStatus {
    /** Going forward; somebody drives it, or will when it is due. */
    RUNNING,
    /** Going back over the steps that were done. */
    UNDOING,
    /** Stopped for an operator: nothing happens until somebody decides. */
    PARKED,
    /** Ended by its last step. */
    FINISHED,
    /** Ended by undoing all that was done. */
    UNDONE;

    /** Which status may follow which. */
    public static final TransitionTable<WorkflowStatus> TRANSITIONS = TransitionTable.over(WorkflowStatus.class)
            .from(RUNNING, UNDOING, PARKED, FINISHED, UNDONE)
            .from(UNDOING, PARKED, UNDONE)
            .from(PARKED, RUNNING, UNDOING, FINISHED, UNDONE)
            .build();

    /** Returns whether the workflow has not ended. */
    public boolean open() {
        return !TRANSITIONS.isFinal(this);
    }
}
