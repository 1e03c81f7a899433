package dev.commercekit.core.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Shop;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.OrderBusyException;
import dev.commercekit.order.ReturnResult;
import dev.commercekit.order.ShipResult;
import dev.commercekit.storage.InDoubtException;
import dev.commercekit.storage.StorageException;
import dev.commercekit.workflow.WorkflowConflictException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls commands, and demands of each key that its final answer never changes. */
final class SimulatedAnswers {

    private final List<Command> commands = new ArrayList<>();
    private final Map<String, Object> finals = new HashMap<>();

    /** A command that can be repeated at any shop. */
    record Command(String key, Function<Shop, Object> call) {}

    Command add(String key, Function<Shop, Object> call) {
        Command command = new Command(key, call);
        commands.add(command);
        return command;
    }

    List<Command> commands() {
        return commands;
    }

    /** Calls it; returns null where it failed as it may. */
    @Nullable
    Object call(Command command, Shop shop) {
        Object answer;
        try {
            answer = command.call().apply(shop);
        } catch (StorageException | InDoubtException | OrderBusyException | WorkflowConflictException tolerated) {
            return null;
        }
        check(command, answer);
        return answer;
    }

    /** Calls every command once more, and returns those that claimed something and have no final answer. */
    List<String> open(Function<Command, @Nullable Object> repeat) {
        List<String> open = new ArrayList<>();
        for (Command command : List.copyOf(commands)) {
            Object answer = repeat.apply(command);
            if (answer == null || !isFinal(answer) && !(answer instanceof CheckoutResult.QuoteChanged)) {
                open.add(command.key() + ": " + answer);
            }
        }
        return open;
    }

    private void check(Command command, Object answer) {
        if (isFinal(answer)) {
            Object first = finals.putIfAbsent(command.key(), answer);
            if (first != null) {
                assertThat(answer).as("the answer to %s", command.key()).isEqualTo(first);
            }
        }
    }

    private static boolean isFinal(Object answer) {
        return !(answer instanceof CheckoutResult.Pending
                || answer instanceof CheckoutResult.QuoteChanged
                || answer instanceof ShipResult.Pending
                || answer instanceof ReturnResult.Pending
                || answer instanceof CancelResult.Pending);
    }
}
