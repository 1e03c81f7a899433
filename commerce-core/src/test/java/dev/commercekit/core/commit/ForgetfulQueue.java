package dev.commercekit.core.commit;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.WriteSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A planted race: a queue like ours, but who hands over looks outside of the lock whether somebody waits. */
final class ForgetfulQueue {

    private final Storage storage;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Ticket> waiting = new ArrayDeque<>();
    private boolean led;

    ForgetfulQueue(Storage storage) {
        this.storage = storage;
    }

    CommitResult commit(WriteSet set) {
        Ticket ticket = new Ticket(set, Parking.ofThreads());
        Ticket.Turn turn = enter(ticket) ? Ticket.Turn.LEAD : ticket.await();
        if (turn == Ticket.Turn.LEAD) {
            lead();
        }
        return ticket.result();
    }

    private boolean enter(Ticket ticket) {
        lock.lock();
        try {
            waiting.add(ticket);
            boolean leads = !led;
            led = true;
            return leads;
        } finally {
            lock.unlock();
        }
    }

    private void lead() {
        List<Ticket> batch = take();
        List<WriteSet> sets = new ArrayList<>();
        batch.forEach(ticket -> sets.add(ticket.set()));
        List<CommitResult> results = storage.commitAll(sets);
        handOver();
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).turn(Ticket.Turn.DONE, results.get(i));
        }
    }

    private List<Ticket> take() {
        lock.lock();
        try {
            List<Ticket> batch = new ArrayList<>(waiting);
            waiting.clear();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void handOver() {
        Ticket next = waiting.peek();
        if (next != null) {
            next.lead();
            return;
        }
        lock.lock();
        try {
            led = false;
        } finally {
            lock.unlock();
        }
    }
}
