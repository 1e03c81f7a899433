package dev.commercekit.core.workflow.progress;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps that an instance completed, in order, each once at its last completion: those that can be undone, and all calls,
 * so that a call to which the workflow comes back keeps its key and the end of the time in which it may be sent. Immutable.
 */
public record DoneSteps(List<Entry> entries) {

    public static final DoneSteps NONE = new DoneSteps(List.of());

    public DoneSteps {
        entries = List.copyOf(entries);
    }

    /** A completed step; a local one has try 0 and may be sent never. */
    public record Entry(
            String step, long tryNumber, @Nullable Instant sendUntil) {}

    public static DoneSteps parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        List<Entry> entries = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String[] parts = line.split("\t", -1);
            entries.add(new Entry(
                    parts[0],
                    Long.parseLong(parts[1]),
                    parts[2].isEmpty() ? null : Instant.EPOCH.plus(Long.parseLong(parts[2]), ChronoUnit.MICROS)));
        }
        return new DoneSteps(entries);
    }

    /** Returns one line for each step: its name, its try and the end of its send window in microseconds, between tabs. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(entry.step)
                    .append('\t')
                    .append(entry.tryNumber)
                    .append('\t');
            if (entry.sendUntil != null) {
                text.append(ChronoUnit.MICROS.between(Instant.EPOCH, entry.sendUntil));
            }
        }
        return text.toString();
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    public String last() {
        return entries.get(entries.size() - 1).step;
    }

    public @Nullable Entry find(String step) {
        for (Entry entry : entries) {
            if (entry.step.equals(step)) {
                return entry;
            }
        }
        return null;
    }

    public DoneSteps withLocal(String step) {
        return with(new Entry(step, 0, null));
    }

    public DoneSteps withCall(String step, long tryNumber, @Nullable Instant sendUntil) {
        return with(new Entry(step, tryNumber, sendUntil));
    }

    public DoneSteps withoutLast() {
        return new DoneSteps(entries.subList(0, entries.size() - 1));
    }

    private DoneSteps with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries.size() + 1);
        for (Entry old : entries) {
            if (!old.step.equals(entry.step)) {
                more.add(old);
            }
        }
        more.add(entry);
        return new DoneSteps(more);
    }
}
