package dev.commercekit.core.inventory;

import java.util.Locale;

/** Who settles a hold. */
public enum Holder {
    /** An order: time alone never releases it. */
    ORDER,
    /** A caller of the inventory: it is released when its time is over. */
    API;

    /** Returns the name under which it is stored. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
