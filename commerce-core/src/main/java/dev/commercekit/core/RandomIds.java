package dev.commercekit.core;

import dev.commercekit.IdGenerator;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes UUIDs of version 7 (RFC 9562, section 5.7): milliseconds, then a counter of 12 bits that carries over into the
 * milliseconds (section 6.2, method 1), then 62 random bits. Within one generator each id is greater than the one before, also
 * when the clock steps back. Thread-safe.
 */
final class RandomIds implements IdGenerator {

    private static final int COUNTER_BITS = 12;
    private static final int DRAWN_AT_ONCE = 512;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private volatile Draw draw = new Draw(new long[0]);
    private final AtomicLong last = new AtomicLong();

    RandomIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        long now = clock.millis() << COUNTER_BITS;
        long stamp = last.updateAndGet(before -> Math.max(before + 1, now));
        long high = stamp >>> COUNTER_BITS << 16 | VERSION_7 | stamp & 0xFFFL;
        return new UUID(high, VARIANT | randomBits() >>> 2);
    }

    @Override
    public long randomBits() {
        while (true) {
            Draw current = draw;
            int at = current.given.getAndIncrement();
            if (at < current.bits.length) {
                return current.bits[at];
            }
            draw = drawn();
        }
    }

    private Draw drawn() {
        byte[] bytes = new byte[DRAWN_AT_ONCE * Long.BYTES];
        random.nextBytes(bytes);
        long[] bits = new long[DRAWN_AT_ONCE];
        ByteBuffer.wrap(bytes).asLongBuffer().get(bits);
        return new Draw(bits);
    }

    /**
     * Bits of the secure source, each given out once. Many are drawn together, because a draw makes all threads wait in line,
     * and one of a few bytes costs as much as one of many.
     */
    private static final class Draw {

        private final long[] bits;
        private final AtomicInteger given = new AtomicInteger();

        Draw(long[] bits) {
            this.bits = bits;
        }
    }
}
