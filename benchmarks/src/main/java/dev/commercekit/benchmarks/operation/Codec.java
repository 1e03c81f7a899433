package dev.commercekit.benchmarks.operation;

import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.money.Money;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderEvent.OrderConfirmed;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderNumber;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The wire form of an event of an order, written and read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Codec {

    private final JsonCodec<OrderEvent> codec = CommerceJson.codec(OrderEvent.class);
    private final OrderEvent event = new OrderConfirmed(
            new OrderEvent.Header(
                    OrderId.of("0193a1b2-0000-7000-8000-000000000001"),
                    OrderNumber.ofRandom(12_345_678),
                    2,
                    Instant.parse("2026-11-24T10:11:12.123456Z"),
                    "host"),
            Money.of("5.10", "GBP"));
    private final String text = codec.write(event);

    /** Writes it. */
    @Benchmark
    public String write() {
        return codec.write(event);
    }

    /** Reads it. */
    @Benchmark
    public OrderEvent read() {
        return codec.read(text);
    }
}
