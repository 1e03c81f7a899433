package dev.commercekit.core.order.operation;

import dev.commercekit.IdGenerator;
import dev.commercekit.core.key.KeyClaims;
import dev.commercekit.core.order.operation.OperationState.Request;
import dev.commercekit.core.workflow.Run;
import dev.commercekit.core.workflow.WorkflowEngine;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/**
 * Runs the operations of one kind, each once for its key.
 *
 * @param <R> the type of the answers
 */
final class Operations<R> {

    private static final int MAX_ATTEMPTS = 10;

    private final Operation<R> operation;
    private final OperationWorkflow<R> definition;
    private final Workflow<OperationState> workflow;
    private final WorkflowEngine engine;
    private final Storage storage;
    private final IdGenerator ids;

    Operations(
            Operation<R> operation,
            OperationWorkflow<R> definition,
            Workflow<OperationState> workflow,
            WorkflowEngine engine,
            Storage storage,
            IdGenerator ids) {
        this.operation = operation;
        this.definition = definition;
        this.workflow = workflow;
        this.engine = engine;
        this.storage = storage;
        this.ids = ids;
    }

    /** Returns the answer as far as it is known, or nothing if the order is in a state that the operation is not for. */
    Optional<R> run(Request request) {
        RowKey key = definition.claim(request);
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Optional<Row> claim = storage.get(List.of(key)).find(key);
            if (claim.isPresent()) {
                return Optional.of(replay(request, claim.get()));
            }
            String id = operation.name() + "-" + ids.next();
            Run<OperationState> run = engine.run(workflow, id, OperationState.begin(request));
            if (!run.stored()
                    && !run.state().answered()
                    && storage.get(List.of(key)).find(key).isEmpty()) {
                return Optional.empty();
            }
        }
        throw new IllegalStateException("the key of a command comes and goes");
    }

    private R replay(Request request, Row claim) {
        KeyClaims.verify(claim, operation.name(), request.key(), request.fingerprint());
        Optional<R> answer = claim.find(KeyClaims.ANSWER).map(operation.answers()::read);
        if (answer.isPresent()) {
            return answer.get();
        }
        engine.drive(workflow, claim.get(KeyClaims.REFERENCE));
        return storage.get(List.of(claim.key()))
                .find(claim.key())
                .flatMap(row -> row.find(KeyClaims.ANSWER))
                .map(operation.answers()::read)
                .orElseGet(() -> operation.pending(request));
    }
}
