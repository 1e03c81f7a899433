package dev.commercekit.core.simulation.chance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Messages that were sent and have not arrived. Each arrives when chance has it, at the latest when its time is over. */
public final class LateMessages {

    private final Luck luck;
    private final Trace trace;
    private final List<Message> messages = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    private record Message(String what, Duration latest, Runnable arrival) {}

    public LateMessages(Luck luck, Trace trace) {
        this.luck = luck;
        this.trace = trace;
    }

    /** Holds a message back, for less than the given time. */
    public void hold(String what, Duration longest, Runnable arrival) {
        messages.add(new Message(what, passed.plus(longest), arrival));
    }

    /** Lets one arrive, if there is one. */
    public void arriveOne() {
        if (!messages.isEmpty()) {
            arrive(messages.remove(luck.random().nextInt(messages.size())));
        }
    }

    /** Lets all arrive. */
    public void arriveAll() {
        while (!messages.isEmpty()) {
            arrive(messages.remove(0));
        }
    }

    /** Lets those arrive that would be too late once so much time has passed. */
    public void passing(Duration time) {
        passed = passed.plus(time);
        List<Message> due = new ArrayList<>();
        for (Iterator<Message> each = messages.iterator(); each.hasNext(); ) {
            Message message = each.next();
            if (message.latest().compareTo(passed) <= 0) {
                due.add(message);
                each.remove();
            }
        }
        due.forEach(this::arrive);
    }

    private void arrive(Message message) {
        trace.add("arrives late: " + message.what());
        message.arrival().run();
    }
}
