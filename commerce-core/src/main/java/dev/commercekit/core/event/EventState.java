package dev.commercekit.core.event;

/** Where an event is on its way to the handlers; by these names it is stored. */
enum EventState {
    /** It waits, is being handed over, or waits for its next attempt. */
    PENDING,
    /** Every handler has it. */
    PUBLISHED,
    /** Its attempts are used up; it and all later events of its aggregate wait for an operator. */
    PARKED,
    /** An operator put it out of the way; those behind it go on. */
    ABANDONED
}
