package dev.commercekit.examples.durable.gateway;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A sandbox gateway that survives the death of its process, as a real gateway does: it writes each call to a journal, and on
 * disk, before it answers. Opened again it makes the same calls at the same times once more, so it stands where it stood.
 */
public final class JournaledGateway extends CalledGateway implements AutoCloseable {

    private static final JsonCodec<Entry> CODEC = CommerceJson.codec(Entry.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final FileChannel journal;
    private SandboxGateway gateway;
    private Instant now;

    private JournaledGateway(Path file, InstantSource clock) throws IOException {
        this.clock = clock;
        String text = Files.exists(file) ? Files.readString(file) : "";
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        List<Entry> entries = whole.lines().map(CODEC::read).toList();
        this.now = entries.isEmpty() ? clock.instant() : entries.get(0).at();
        this.gateway = SandboxGateway.at(() -> now);
        this.journal = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // A line that a kill left half written was never answered.
        journal.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
        journal.position(journal.size());
        if (entries.isEmpty()) {
            begin();
        }
        entries.forEach(this::answer);
    }

    /** Opens the gateway whose journal is the given file, or a new one. */
    public static JournaledGateway open(Path file, InstantSource clock) throws IOException {
        return new JournaledGateway(file, clock);
    }

    /** Forgets everything. */
    public void forget() {
        lock.lock();
        try {
            journal.truncate(0);
            now = clock.instant();
            gateway = SandboxGateway.at(() -> now);
            begin();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected GatewayReply call(GatewayCall call) {
        lock.lock();
        try {
            Entry entry = new Entry(clock.instant(), call);
            if (!(call instanceof GatewayCall.Ledger)) {
                write(entry);
            }
            return answer(entry);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    @CanIgnoreReturnValue
    private GatewayReply answer(Entry entry) {
        now = entry.at();
        return entry.call().answeredBy(gateway);
    }

    /** Writes the first line; it tells when the gateway began, of which the sandbox makes its references. */
    private void begin() {
        write(new Entry(now, new GatewayCall.Ledger()));
    }

    private void write(Entry entry) {
        ByteBuffer line = ByteBuffer.wrap((CODEC.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                journal.write(line);
            }
            journal.force(false);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /**
     * One line.
     *
     * @param at when the call came
     * @param call the call
     */
    record Entry(Instant at, GatewayCall call) {}
}
