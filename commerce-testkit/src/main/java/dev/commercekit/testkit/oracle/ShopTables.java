package dev.commercekit.testkit.oracle;

import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads whole tables by name, and columns by name, as somebody with a query tool would. */
final class ShopTables {

    private static final int PAGE = 1_000;

    private final Storage storage;
    private final Map<String, Table> tables;

    ShopTables(Storage storage, Collection<Table> tables) {
        this.storage = storage;
        this.tables = tables.stream().collect(Collectors.toMap(Table::name, Function.identity()));
    }

    List<Row> rows(String table) {
        Table known = Optional.ofNullable(tables.get(table))
                .orElseThrow(() -> new IllegalArgumentException("the shop has no table " + table));
        List<Row> all = new ArrayList<>();
        Scan scan = Scan.of(known).limit(PAGE);
        while (true) {
            List<Row> page = storage.scan(scan).rows();
            all.addAll(page);
            if (page.size() < PAGE) {
                return all;
            }
            scan = scan.after(page.get(page.size() - 1));
        }
    }

    static String text(Row row, String column) {
        return optional(row, column).orElseThrow();
    }

    static Optional<String> optional(Row row, String column) {
        return row.find(row.key().table().column(column)).map(Object::toString);
    }

    static long number(Row row, String column) {
        return (Long) row.get(row.key().table().column(column));
    }

    static BigDecimal amount(Row row, String column) {
        return (BigDecimal) row.get(row.key().table().column(column));
    }
}
