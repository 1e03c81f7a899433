package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.commercekit.CommerceException;
import dev.commercekit.InvalidInputException;
import dev.commercekit.PageRequest;
import dev.commercekit.account.CustomerId;
import dev.commercekit.account.Permission;
import dev.commercekit.account.PermissionDeniedException;
import dev.commercekit.account.Principal;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartStore;
import dev.commercekit.catalog.ProductId;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.CommerceBuilder;
import dev.commercekit.core.Shared;
import dev.commercekit.core.memory.InMemoryStorage;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderEvent.OrderConfirmed;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.storage.InDoubtException;
import dev.commercekit.testkit.fault.FaultyStorage;
import dev.commercekit.testkit.fault.ForwardingStorage;
import dev.commercekit.testkit.fault.StorageFault;
import dev.commercekit.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CommerceTest {

    private final ManualClock clock = ManualClock.at("2026-01-05T09:00:00Z");

    private interface ClosableGateway extends PaymentGateway, AutoCloseable {

        @Override
        void close();
    }

    private static ClosableGateway gateway() {
        ClosableGateway gateway = mock(ClosableGateway.class);
        when(gateway.replayWindow()).thenReturn(Duration.ofHours(24));
        return gateway;
    }

    @Test
    void closesWhatItWasGivenOnceInReverse() throws Exception {
        InMemoryStorage storage = InMemoryStorage.create(clock);
        CartStore carts = mock(CartStore.class);
        ClosableGateway gateway = gateway();
        Commerce shop = Commerce.builder()
                .storage(storage)
                .cartStore(carts)
                .payments(gateway)
                .build();

        shop.close();
        shop.close();

        var order = inOrder(gateway, carts);
        order.verify(gateway).close();
        order.verify(carts).close();
        verify(gateway, times(1)).close();
        assertThatThrownBy(storage::now).isInstanceOf(CommerceException.class);
    }

    @Test
    void closesOnceWhatItWasGivenAsTwoThings() {
        AtomicInteger closed = new AtomicInteger();
        class Both extends ForwardingStorage implements CartStore {

            private Both() {
                super(InMemoryStorage.create(clock));
            }

            @Override
            public Optional<StoredCart> find(CartId id) {
                return Optional.empty();
            }

            @Override
            public boolean put(CartId id, long expectedVersion, String document) {
                return false;
            }

            @Override
            public void remove(CartId id) {}

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        }
        Both both = new Both();
        Commerce.builder().storage(both).cartStore(both).build().close();
        assertThat(closed).hasValue(1);
    }

    @Test
    void leavesOpenWhatItRefused() {
        InMemoryStorage first = InMemoryStorage.create(clock);
        InMemoryStorage second = InMemoryStorage.create(clock);
        CommerceBuilder builder = Commerce.builder().storage(first);
        assertThatThrownBy(() -> builder.storage(second)).isInstanceOf(InvalidInputException.class);
        builder.build().close();
        assertThat(second.now()).isEqualTo(clock.instant());
        assertThatThrownBy(first::now).isInstanceOf(CommerceException.class);
    }

    @Test
    void leavesOpenWhatIsShared() throws Exception {
        InMemoryStorage storage = InMemoryStorage.create(clock);
        ClosableGateway gateway = gateway();
        Commerce.builder()
                .storage(Shared.of(storage))
                .payments(Shared.of(gateway))
                .build()
                .close();

        verify(gateway, never()).close();
        assertThat(storage.now()).isEqualTo(clock.instant());
    }

    @Test
    void closesTheRestWhenSomethingFailsToClose() throws Exception {
        InMemoryStorage storage = InMemoryStorage.create(clock);
        ClosableGateway gateway = gateway();
        doThrow(new IllegalStateException("stuck")).when(gateway).close();
        Commerce shop = Commerce.builder().storage(storage).payments(gateway).build();

        assertThatThrownBy(shop::close).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(storage::now).isInstanceOf(CommerceException.class);
    }

    @Test
    void refusesWhatContradictsItself() throws Exception {
        ClosableGateway forgetful = mock(ClosableGateway.class);
        when(forgetful.replayWindow()).thenReturn(Duration.ofSeconds(30));
        var executor = Executors.newSingleThreadScheduledExecutor();
        try {
            assertThatThrownBy(
                            () -> Commerce.builder().manual().executor(executor).build())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("executor");
        } finally {
            executor.shutdownNow();
        }
        assertThatThrownBy(() -> Commerce.builder().executor(executor).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("executor");
        assertThatThrownBy(() -> Commerce.builder().payments(forgetful).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("gatewayTimeout");
        verify(forgetful, never()).close();
        assertThatThrownBy(() -> Commerce.builder()
                        .storage(InMemoryStorage.create(clock))
                        .storage(InMemoryStorage.create(clock)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Commerce.builder().holdFor(Duration.ZERO)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aBuilderBuildsOneShop() {
        CommerceBuilder builder = Commerce.builder();
        builder.build().close();

        assertThatThrownBy(builder::build).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void tellsHandlersInTheBackgroundAndEndsItsThreads() throws Exception {
        BlockingQueue<OrderEvent> told = new ArrayBlockingQueue<>(10);
        try (TestShop shop = new TestShop()) {
            shop.receive(HOLDER, 10);
            OrderId order = shop.order("k1", HOLDER, 1, SandboxCards.approved());
            try (Commerce background = Commerce.builder()
                    .storage(Shared.of(shop.storage))
                    .payments(Shared.of(shop.gateway))
                    .time(shop.clock)
                    .on("mail", OrderConfirmed.class, told::add)
                    .build()) {
                OrderEvent event = told.poll(30, TimeUnit.SECONDS);
                assertThat(event).isNotNull();
                assertThat(event.order()).isEqualTo(order);
                assertThat(background.orders().find(order)).isPresent();
            }
        }
        // An executor is terminated a moment before its last thread is.
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("commercekit-")) {
                thread.join(TimeUnit.SECONDS.toMillis(30));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void actsForSomebodyWhoMayDoLess() {
        try (TestShop shop = new TestShop()) {
            var clerk = shop.commerce.as(Principal.of("clerk", Permission.MANAGE_STOCK));

            assertThat(clerk.inventory().receive(HOLDER, 5, TestShop.key("d1")).available())
                    .isEqualTo(5);
            assertThatThrownBy(() -> clerk.catalog().remove(ProductId.of(HOLDER.value())))
                    .isInstanceOfSatisfying(
                            PermissionDeniedException.class,
                            denied -> assertThat(denied.permission()).isEqualTo(Permission.MANAGE_CATALOG));
            assertThatThrownBy(() -> clerk.carts().open(TestShop.BUYER, TestShop.GBP))
                    .isInstanceOf(PermissionDeniedException.class);
        }
    }

    @Test
    void showsMovementsAndHoldsOnlyToWhoeverManagesStock() {
        try (TestShop shop = new TestShop()) {
            shop.receive(HOLDER, 5);
            OrderId order = shop.order("k1", HOLDER, 1, SandboxCards.approved());
            var eve = shop.commerce.as(Principal.customer(CustomerId.of("eve")));

            assertThatThrownBy(() -> eve.inventory().movements(HOLDER, PageRequest.first(10)))
                    .isInstanceOf(PermissionDeniedException.class);
            assertThatThrownBy(() -> eve.inventory().find(HoldId.of(order.value())))
                    .isInstanceOf(PermissionDeniedException.class);
            assertThat(eve.inventory().level(HOLDER).available()).isEqualTo(4);
        }
    }

    @Test
    void refusesAnExpiredQuoteByTheClockOfTheStorage() {
        try (TestShop shop = new TestShop();
                Commerce onMachineTime = Commerce.builder()
                        .storage(Shared.of(shop.storage))
                        .payments(Shared.of(shop.gateway))
                        .manual()
                        .build()) {
            shop.receive(HOLDER, 5);
            var old = shop.request("k1", shop.cart(HOLDER, 1), SandboxCards.approved());
            shop.clock.advance(Duration.ofDays(1));

            assertThat(onMachineTime.checkout().complete(old)).isInstanceOf(CheckoutResult.QuoteChanged.class);
            assertThat(onMachineTime.checkout().quote(old.cart()).expiresAt()).isAfter(shop.clock.instant());
        }
    }

    @Test
    void waitsOutADoubtInTheGivenTime() {
        FaultyStorage[] network = new FaultyStorage[1];
        try (TestShop shop = new TestShop(storage -> network[0] = new FaultyStorage(storage), builder -> builder)) {
            Instant before = shop.clock.instant();
            network[0].otherwise(StorageFault.lostReply());

            assertThatThrownBy(() -> shop.receive(HOLDER, 5)).isInstanceOf(InDoubtException.class);
            assertThat(Duration.between(before, shop.clock.instant()))
                    .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        }
    }

    @Test
    void takesOrRefusesEveryDurationWithoutAnArithmeticError() {
        ClosableGateway eternal = mock(ClosableGateway.class);
        when(eternal.replayWindow()).thenReturn(ChronoUnit.FOREVER.getDuration());

        Commerce.builder().payments(eternal).manual().build().close();
        assertThatThrownBy(() -> Commerce.builder().holdFor(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(InvalidInputException.class);
    }
}
