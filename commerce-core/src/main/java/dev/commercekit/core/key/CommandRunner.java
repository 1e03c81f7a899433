package dev.commercekit.core.key;

import dev.commercekit.CommerceException;
import dev.commercekit.IdGenerator;
import dev.commercekit.KeyReusedException;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.RowKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs commands: reads, decides, commits; and where the commit is refused because somebody was faster, does all of it again
 * from what is committed now. Thread-safe.
 */
public final class CommandRunner {

    /** How often a command is tried before it is given up; each failure means that another command succeeded. */
    public static final int MAX_ATTEMPTS = 200;

    private final Storage storage;
    private final CommitPath commits;
    private final IdGenerator ids;

    /** Creates a runner that reads from the storage and commits on the given way. */
    public CommandRunner(Storage storage, CommitPath commits, IdGenerator ids) {
        this.storage = storage;
        this.commits = commits;
        this.ids = ids;
    }

    /**
     * Runs a keyed command once: its key is claimed, with the answer, in the same commit as its writes, and a repetition gets
     * the stored answer.
     *
     * @param reads the rows that the command wants to see, read together with the claim
     * @param decide decides by the reading; what it throws changes nothing and claims nothing
     * @throws KeyReusedException if the key was claimed by another request
     * @throws StorageException retryable, if others were faster all the time
     */
    public <A> A once(
            Command command, JsonCodec<A> codec, Collection<RowKey> reads, Function<Reading, Attempt<A>> decide) {
        List<RowKey> keys = new ArrayList<>(reads.size() + 1);
        keys.add(command.claim());
        keys.addAll(reads);
        return loop(command.name(), () -> {
            Reading reading = storage.get(keys);
            Optional<Attempt<A>> answered = answered(command, codec, reading);
            return answered.isPresent() ? answered.get() : attempt(command, codec, () -> decide.apply(reading));
        });
    }

    /**
     * A refusal may be due to what the first call with this key has done since the claim was looked for: rows of one reading
     * may stem from different moments. So the claim is looked for again before a refusal is believed.
     */
    private <A> Attempt<A> attempt(Command command, JsonCodec<A> codec, Supplier<Attempt<A>> decide) {
        Attempt<A> attempt;
        try {
            attempt = decide.get();
        } catch (CommerceException refusal) {
            return answered(command, codec, storage.get(List.of(command.claim())))
                    .orElseThrow(() -> refusal);
        }
        List<Write> writes = new ArrayList<>(attempt.writes().size() + 1);
        writes.add(command.claimed(Optional.of(codec.write(attempt.answer())), Optional.empty()));
        writes.addAll(attempt.writes());
        return Attempt.of(writes, attempt.answer());
    }

    private static <A> Optional<Attempt<A>> answered(Command command, JsonCodec<A> codec, Reading reading) {
        return reading.find(command.claim()).map(claim -> {
            command.verify(claim);
            return Attempt.answer(codec.read(claim.get(KeyClaims.ANSWER)));
        });
    }

    /**
     * Runs a command that sets values and so needs no key.
     *
     * @param name the command's name, for errors
     * @param reads the rows that the command wants to see
     * @param decide decides by the reading; an attempt without writes is answered without a commit
     * @throws StorageException retryable, if others were faster all the time
     */
    public <A> A run(String name, Collection<RowKey> reads, Function<Reading, Attempt<A>> decide) {
        List<RowKey> keys = List.copyOf(reads);
        return loop(name, () -> decide.apply(storage.get(keys)));
    }

    private <A> A loop(String name, Supplier<Attempt<A>> next) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Attempt<A> attempt = next.get();
            if (attempt.writes().isEmpty() || applied(attempt.writes())) {
                return attempt.answer();
            }
        }
        throw new StorageException("others were faster than " + name + ", " + MAX_ATTEMPTS + " times", true);
    }

    private boolean applied(List<Write> writes) {
        CommitResult result = commits.commit(WriteSet.of(WriteSetId.of(ids.next()), writes));
        return result.applied();
    }
}
