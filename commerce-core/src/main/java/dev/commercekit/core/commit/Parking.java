package dev.commercekit.core.commit;

import java.util.concurrent.locks.LockSupport;

/** How a thread waits until another wakes it. The simulation passes its own, in which one thread runs at a time. */
public interface Parking {

    /** Returns once the thread was woken, before or after this call, since it last returned from one; or for no reason. */
    void park(Object blocker);

    /** Wakes a thread. */
    void unpark(Thread thread);

    /** Returns the parking that the machine has. */
    static Parking ofThreads() {
        return new Parking() {

            @Override
            public void park(Object blocker) {
                LockSupport.park(blocker);
            }

            @Override
            public void unpark(Thread thread) {
                LockSupport.unpark(thread);
            }
        };
    }
}
