package dev.commercekit.core.operator;

import dev.commercekit.operator.AuditEntry;
import dev.commercekit.operator.AuditEntry.Action;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What operators did: one insert-only row for each action, in the write set of its effect. */
public final class AuditTable {

    /** Names the entry. */
    public static final Column<String> ID = Column.text("id");

    /** The storage's time of the commit. */
    public static final Column<Instant> AT = Column.instant("at");

    /** The name of the principal. */
    public static final Column<String> ACTOR = Column.text("actor");

    /** The name of an {@link Action}. */
    public static final Column<String> ACTION = Column.text("action");

    /** The id of the workflow or event. */
    public static final Column<String> SUBJECT = Column.text("subject");

    /** Why. */
    public static final Column<String> NOTE = Column.text("note");

    /** What was decided, where the action alone does not say it. */
    public static final Column<String> DETAIL = Column.text("detail").orNull();

    /** The table. */
    public static final Table TABLE = Table.named("operator_audit", ID)
            .columns(AT, ACTOR, ACTION, SUBJECT, NOTE, DETAIL)
            .index("by_time", AT)
            .build();

    private AuditTable() {}

    static Write.Insert insert(
            String id, String actor, Action action, String subject, String note, Optional<String> detail) {
        return Write.insert(
                TABLE.key(id),
                values -> values.setToNow(AT, Duration.ZERO)
                        .set(ACTOR, actor)
                        .set(ACTION, action.name())
                        .set(SUBJECT, subject)
                        .set(NOTE, note)
                        .set(DETAIL, detail));
    }

    static AuditEntry read(Row row) {
        return new AuditEntry(
                row.get(ID),
                row.get(AT),
                row.get(ACTOR),
                Action.valueOf(row.get(ACTION)),
                row.get(SUBJECT),
                row.get(NOTE),
                row.find(DETAIL));
    }
}
