package dev.commercekit.reliability.host;

import dev.commercekit.core.crash.CrashPoint.Mode;
import dev.commercekit.core.crash.Wish;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;

/**
 * What a host in a {@link HostsProcess} does.
 *
 * @param shop the name of its shop
 * @param command what it asks for
 * @param wish what was prepared for that
 * @param at the number of the boundary at which to stand still
 * @param mode where at this boundary
 * @param commits whether this boundary is the commit
 */
record HostTask(String shop, HostCommand command, Wish wish, int at, Mode mode, boolean commits) {

    static final JsonCodec<HostTask> CODEC = CommerceJson.codec(HostTask.class);

    /** Returns whether the transaction is committed when it is killed there. */
    boolean committed() {
        return commits && mode != Mode.BEFORE;
    }
}
