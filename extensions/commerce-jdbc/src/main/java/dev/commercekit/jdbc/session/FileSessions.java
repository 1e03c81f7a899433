package dev.commercekit.jdbc.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sessions on connections of its own, kept open: one that writes, since a file has one writer at a time, and a few that
 * read beside it.
 */
public final class FileSessions implements Sessions {

    private static final int READERS = 4;

    private final Opener opener;
    private final Semaphore writer = new Semaphore(1, true);
    private final Semaphore readers = new Semaphore(READERS, true);
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<KeptConnection> idleWriters = new ArrayDeque<>();
    private final ArrayDeque<KeptConnection> idleReaders = new ArrayDeque<>();
    private boolean closed;

    /** Opens a connection to the file. */
    @FunctionalInterface
    public interface Opener {

        /** Returns a new connection. */
        Connection open() throws SQLException;
    }

    /** Creates them; nothing is opened yet. */
    public FileSessions(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Session open(boolean writes) throws SQLException {
        Semaphore turn = writes ? writer : readers;
        turn.acquireUninterruptibly();
        boolean opened = false;
        try {
            KeptConnection kept = take(writes ? idleWriters : idleReaders);
            Session session = new Session(kept.connection(), kept, Session.ROLLBACK, (connection, broken) -> {
                try {
                    giveBack(kept, broken, writes ? idleWriters : idleReaders);
                } finally {
                    turn.release();
                }
            });
            opened = true;
            return session;
        } finally {
            if (!opened) {
                turn.release();
            }
        }
    }

    private KeptConnection take(ArrayDeque<KeptConnection> idle) throws SQLException {
        lock.lock();
        try {
            if (closed) {
                throw new SQLException("the file was closed");
            }
            KeptConnection kept = idle.poll();
            if (kept != null) {
                return kept;
            }
        } finally {
            lock.unlock();
        }
        return new KeptConnection(opener.open());
    }

    private void giveBack(KeptConnection kept, boolean broken, ArrayDeque<KeptConnection> idle) throws SQLException {
        lock.lock();
        try {
            if (!closed && !broken) {
                idle.push(kept);
                return;
            }
        } finally {
            lock.unlock();
        }
        kept.close();
    }

    /** Closes the idle connections; one in use is closed when its call ends. */
    @Override
    public void close() {
        ArrayDeque<KeptConnection> idle = new ArrayDeque<>();
        lock.lock();
        try {
            closed = true;
            idle.addAll(idleReaders);
            idle.addAll(idleWriters);
            idleReaders.clear();
            idleWriters.clear();
        } finally {
            lock.unlock();
        }
        idle.forEach(KeptConnection::close);
    }
}
