package dev.commercekit.core.operator;

import dev.commercekit.Cursor;
import dev.commercekit.IdGenerator;
import dev.commercekit.Input;
import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.account.Principal;
import dev.commercekit.core.page.PageCursor;
import dev.commercekit.operator.AuditEntry;
import dev.commercekit.operator.AuditEntry.Action;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the record of an action, which belongs in the write set of its effect, and reads what was recorded. */
public final class Audit {

    private static final String LISTING = "audit";
    private static final int LONGEST_NOTE = 500;

    private final Storage storage;
    private final IdGenerator ids;

    /** Creates it over the storage in which {@link AuditTable#TABLE} is open. */
    public Audit(Storage storage, IdGenerator ids) {
        this.storage = storage;
        this.ids = ids;
    }

    List<Write> record(Principal actor, Action action, String subject, String note, Optional<String> detail) {
        String why = Input.text(note, "note", LONGEST_NOTE);
        return List.of(AuditTable.insert(ids.next().toString(), actor.name(), action, subject, why, detail));
    }

    /** Returns what was recorded, the newest first. */
    Page<AuditEntry> page(PageRequest request) {
        Scan scan = Scan.of(AuditTable.TABLE, "by_time").backwards().limit(request.limit());
        List<Row> rows = storage.scan(
                        request.after().map(cursor -> scan.after(place(cursor))).orElse(scan))
                .rows();
        boolean full = rows.size() == request.limit();
        return new Page<>(
                rows.stream().map(AuditTable::read).toList(),
                full ? Optional.of(cursor(rows.get(rows.size() - 1))) : Optional.empty());
    }

    private static Cursor cursor(Row row) {
        return PageCursor.write(LISTING, row.get(AuditTable.AT).toString(), row.get(AuditTable.ID));
    }

    private static Scan.Position place(Cursor cursor) {
        List<String> parts = PageCursor.read(cursor, LISTING, 2);
        try {
            return new Scan.Position(List.of(Instant.parse(parts.get(0))), List.of(parts.get(1)));
        } catch (DateTimeException malformed) {
            throw PageCursor.malformed();
        }
    }
}
