package dev.commercekit.core.simulation;

import dev.commercekit.NotFoundException;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Shop;
import dev.commercekit.core.simulation.chance.Trace;
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
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls commands, and demands of each key that its final answer never changes. */
final class SimulatedAnswers {

    private final Trace trace;
    private final BiConsumer<String, String> violation;
    private final List<Command> commands = new ArrayList<>();
    private final Map<String, Object> finals = new HashMap<>();

    SimulatedAnswers(Trace trace, BiConsumer<String, String> violation) {
        this.trace = trace;
        this.violation = violation;
    }

    /**
     * A command that can be repeated at any shop.
     *
     * @param lost whether it cannot be answered any more, because its cart is gone
     */
    record Command(String key, Function<Shop, Object> call, java.util.function.BooleanSupplier lost) {}

    Command add(Command command) {
        commands.add(command);
        return command;
    }

    List<Command> commands() {
        return commands;
    }

    /** Returns the final answer that a key has had. */
    @Nullable
    Object answer(String key) {
        return finals.get(key);
    }

    /** Calls it; returns null where it failed as it may. */
    @Nullable
    Object call(Command command, Shop shop) {
        trace.add("calls " + command.key());
        Object before = finals.get(command.key());
        Object answer;
        try {
            answer = command.call().apply(shop);
        } catch (StorageException | InDoubtException | OrderBusyException | WorkflowConflictException tolerated) {
            trace.add(command.key() + " fails: " + tolerated.getMessage());
            return null;
        } catch (NotFoundException gone) {
            if (!command.lost().getAsBoolean()) {
                throw gone;
            }
            return null;
        }
        trace.add(command.key() + " is answered " + answer.getClass().getSimpleName());
        check(command, before, answer);
        return answer;
    }

    /** Calls every command once more, and returns those that claimed something and have no final answer. */
    List<String> open(Function<Command, @Nullable Object> repeat) {
        List<String> open = new ArrayList<>();
        for (Command command : List.copyOf(commands)) {
            Object answer = repeat.apply(command);
            boolean lost = answer == null && command.lost().getAsBoolean();
            if (!lost && (answer == null || !isFinal(answer) && !(answer instanceof CheckoutResult.QuoteChanged))) {
                open.add(command.key() + ": " + answer);
            }
        }
        return open;
    }

    /** A call that was under way when another got the final answer may still tell what was so before. */
    private void check(Command command, @Nullable Object before, Object answer) {
        Object first = isFinal(answer) ? finals.putIfAbsent(command.key(), answer) : before;
        if (first != null && !answer.equals(first)) {
            violation.accept("everyKeyHasOneAnswer", command.key() + " was answered " + first + " and then " + answer);
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
