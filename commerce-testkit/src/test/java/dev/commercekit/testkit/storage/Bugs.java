package dev.commercekit.testkit.storage;

import dev.commercekit.storage.Alternative;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.CommitResult.Abandoned;
import dev.commercekit.storage.CommitResult.Committed;
import dev.commercekit.storage.CommitResult.Joined;
import dev.commercekit.storage.CommitResult.Refused;
import dev.commercekit.storage.Refusal.Reason;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Storages that are wrong in one way each, by what is wrong. */
final class Bugs {

    private Bugs() {}

    static Map<String, Supplier<BuggyStorage>> all() {
        Map<String, Supplier<BuggyStorage>> bugs = new LinkedHashMap<>();
        bugs.put(
                "requirements are ignored",
                () -> sets(set -> writes(set, write -> write instanceof Write.Require ? null : write)));
        bugs.put("floors are ignored", () -> sets(set -> writes(set, Bugs::withoutFloor)));
        bugs.put("ceilings are ignored", () -> sets(set -> writes(set, Bugs::withoutCeiling)));
        bugs.put(
                "the row that an addition brings is not inserted",
                () -> sets(set -> writes(set, Bugs::withoutInitial)));
        bugs.put(
                "versions of updates are ignored",
                () -> commits((sets, real) -> {
                    UnaryOperator<Write> current = write -> write instanceof Write.Update update
                            ? new Write.Update(update.key(), version(real, update), update.values())
                            : write;
                    return real.each(sets, set -> writes(set, current));
                }));
        bugs.put("the witness is ignored", () -> {
            AtomicLong ids = new AtomicLong();
            return sets(set -> renamed(set, set.id() + "." + ids.incrementAndGet()));
        });
        bugs.put(
                "the witness ignores case",
                () -> sets(set -> renamed(set, set.id().value().toLowerCase(java.util.Locale.ROOT))));
        bugs.put(
                "a joined set forgets its branch",
                () -> results(result -> result instanceof Joined joined ? new Joined(0, joined.at()) : result));
        bugs.put(
                "a joined set forgets its time",
                () -> results(result -> result instanceof Joined joined
                        ? new Joined(joined.branch(), joined.at().plusMillis(1))
                        : result));
        bugs.put(
                "a joined set is called committed",
                () -> results(result ->
                        result instanceof Joined joined ? new Committed(joined.branch(), joined.at()) : result));
        bugs.put(
                "a tombstone is taken for a commit",
                () -> results(
                        result -> result instanceof Abandoned abandoned ? new Joined(0, abandoned.at()) : result));
        bugs.put("a refused set burns its id", () -> {
            Set<WriteSetId> burnt = new HashSet<>();
            return commits((sets, real) -> real.each(sets, (set, result) -> {
                boolean abandoned = burnt.contains(set.id());
                if (result instanceof Refused) {
                    burnt.add(set.id());
                }
                return abandoned ? new Abandoned(Instant.EPOCH) : result;
            }));
        });
        bugs.put("a refused set leaks the writes that could be applied", () -> {
            AtomicLong ids = new AtomicLong();
            return commits((sets, real) -> real.each(sets, (set, result) -> {
                if (result instanceof Refused) {
                    set.writes()
                            .forEach(write ->
                                    real.apply(WriteSet.of(new WriteSetId("leak-" + ids.incrementAndGet()), write)));
                }
                return result;
            }));
        });
        bugs.put(
                "only the first refusal is named",
                () -> results(result -> result instanceof Refused refused
                        ? new Refused(refused.refusals().subList(0, 1), refused.at())
                        : result));
        bugs.put(
                "checks are reported and then passed",
                () -> results(result -> result instanceof Refused refused
                                && refused.refusals().stream().allMatch(one -> one.reason() == Reason.CHECK)
                        ? new Committed(0, refused.at())
                        : result));
        bugs.put(
                "alternatives are tried backwards",
                () -> sets(set -> {
                    List<Alternative> backwards = new ArrayList<>(set.alternatives());
                    Collections.reverse(backwards);
                    return new WriteSet(set.id(), set.writes(), backwards, set.durability());
                }));
        bugs.put(
                "alternatives answer every failure",
                () -> sets(set -> alternatives(
                        set,
                        alternative -> new Alternative(
                                Set.copyOf(IntStream.range(0, set.writes().size())
                                        .boxed()
                                        .toList()),
                                alternative.writes()))));
        bugs.put(
                "preconditions of alternatives are ignored",
                () -> sets(set -> alternatives(
                        set,
                        alternative -> new Alternative(
                                alternative.answers(),
                                alternative.writes().stream()
                                        .filter(write -> !(write instanceof Write.Require))
                                        .toList()))));
        bugs.put(
                "only the first alternative is tried",
                () -> sets(set -> new WriteSet(
                        set.id(),
                        set.writes(),
                        set.alternatives().stream().limit(1).toList(),
                        set.durability())));
        bugs.put(
                "sets are applied backwards",
                () -> commits((sets, real) -> {
                    List<WriteSet> backwards = new ArrayList<>(sets);
                    Collections.reverse(backwards);
                    List<CommitResult> results = new ArrayList<>(real.each(backwards, set -> set));
                    Collections.reverse(results);
                    return results;
                }));
        bugs.put(
                "one refusal refuses the sets behind it",
                () -> commits((sets, real) -> {
                    List<CommitResult> results = new ArrayList<>();
                    for (WriteSet set : sets) {
                        boolean failed = results.stream().anyMatch(Refused.class::isInstance);
                        results.add(failed ? results.get(results.size() - 1) : real.apply(set));
                    }
                    return results;
                }));
        bugs.put(
                "times are from before the request",
                () -> results(result -> result instanceof Committed committed
                        ? new Committed(committed.branch(), committed.at().minusSeconds(1))
                        : result));
        bugs.put(
                "moments lose their microseconds",
                () -> values(value -> value instanceof Instant time ? time.truncatedTo(ChronoUnit.MILLIS) : value));
        bugs.put(
                "decimals lose their scale",
                () -> values(value -> value instanceof BigDecimal number ? number.stripTrailingZeros() : value));
        bugs.put(
                "whole numbers pass through a double",
                () -> values(value -> value instanceof Long number ? (Object) (long) (double) number : value));
        bugs.put(
                "text loses what is not ASCII",
                () -> values(value -> value instanceof String text ? text.replaceAll("[^\\x00-\\x7F]", "?") : value));
        bugs.put(
                "text loses double spaces",
                () -> values(value -> value instanceof String text ? text.replace("  ", " ") : value));
        bugs.put(
                "scans ignore where to go on",
                () -> BuggyStorage.scans(scan -> new dev.commercekit.storage.Scan(
                        scan.table(),
                        scan.index(),
                        scan.equal(),
                        scan.from(),
                        scan.to(),
                        Optional.empty(),
                        scan.descending(),
                        scan.limit())));
        bugs.put(
                "scans ignore the direction",
                () -> BuggyStorage.scans(scan -> new dev.commercekit.storage.Scan(
                        scan.table(),
                        scan.index(),
                        scan.equal(),
                        scan.from(),
                        scan.to(),
                        scan.after(),
                        false,
                        scan.limit())));
        bugs.put(
                "scans ignore the upper bound",
                () -> BuggyStorage.scans(scan -> new dev.commercekit.storage.Scan(
                        scan.table(),
                        scan.index(),
                        scan.equal(),
                        scan.from(),
                        Optional.empty(),
                        scan.after(),
                        scan.descending(),
                        scan.limit())));
        bugs.put(
                "scans ignore the lower bound",
                () -> BuggyStorage.scans(scan -> new dev.commercekit.storage.Scan(
                        scan.table(),
                        scan.index(),
                        scan.equal(),
                        Optional.empty(),
                        scan.to(),
                        scan.after(),
                        scan.descending(),
                        scan.limit())));
        bugs.put("scans ignore the limit", () -> BuggyStorage.scans(scan -> scan.limit(10_000)));
        return bugs;
    }

    private static BuggyStorage commits(BuggyStorage.Commits how) {
        return BuggyStorage.commits(how);
    }

    private static BuggyStorage sets(UnaryOperator<WriteSet> change) {
        return commits((sets, real) -> real.each(sets, change));
    }

    private static BuggyStorage results(UnaryOperator<CommitResult> change) {
        return commits((sets, real) -> real.each(sets, (set, result) -> change.apply(result)));
    }

    private static BuggyStorage values(UnaryOperator<Object> change) {
        return BuggyStorage.rows(row -> {
            Object[] values = row.values();
            for (int i = row.key().values().size(); i < values.length; i++) {
                values[i] = values[i] == null ? null : change.apply(values[i]);
            }
            return Row.of(row.key(), row.version(), values);
        });
    }

    private static WriteSet writes(WriteSet set, UnaryOperator<Write> change) {
        List<Write> changed =
                set.writes().stream().map(change).filter(write -> write != null).toList();
        List<Alternative> alternatives = changed.size() == set.writes().size() ? set.alternatives() : List.of();
        return new WriteSet(set.id(), changed, alternatives, set.durability());
    }

    private static WriteSet alternatives(WriteSet set, UnaryOperator<Alternative> change) {
        return new WriteSet(
                set.id(), set.writes(), set.alternatives().stream().map(change).toList(), set.durability());
    }

    private static WriteSet renamed(WriteSet set, String id) {
        return new WriteSet(new WriteSetId(id), set.writes(), set.alternatives(), set.durability());
    }

    private static long version(BuggyStorage.Real real, Write.Update update) {
        return real.find(update.key()).map(Row::version).orElse(update.version());
    }

    private static Write withoutFloor(Write write) {
        return write instanceof Write.Add add ? add.withFloor(Long.MIN_VALUE) : write;
    }

    private static Write withoutCeiling(Write write) {
        return write instanceof Write.Add add ? add.withCeiling(Long.MAX_VALUE) : write;
    }

    private static Write withoutInitial(Write write) {
        return write instanceof Write.Add add
                ? new Write.Add(add.key(), add.column(), add.delta(), add.floor(), add.ceiling(), Optional.empty())
                : write;
    }
}
