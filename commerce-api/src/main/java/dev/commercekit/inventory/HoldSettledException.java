package dev.commercekit.inventory;

import dev.commercekit.CommerceException;

/** A hold cannot be settled as asked: it was settled otherwise before, or an order settles it; nothing was changed. */
public final class HoldSettledException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final String hold;
    private final HoldState state;

    /** Creates the error for a hold and the state that it is in. */
    public HoldSettledException(HoldId hold, HoldState state) {
        super("hold " + hold + " is " + state + " and cannot be settled so");
        this.hold = hold.value();
        this.state = state;
    }

    /** Returns the hold. */
    public HoldId hold() {
        return new HoldId(hold);
    }

    /** Returns the state that it is in. */
    public HoldState state() {
        return state;
    }

    @Override
    public String code() {
        return "hold-settled";
    }
}
