package dev.commercekit.jdbc.dialect.sqlite;

import dev.commercekit.jdbc.dialect.Texts;
import dev.commercekit.storage.table.RowKey;
import java.util.List;

/** Keys as one JSON array, so that one statement asks for many. */
final class KeyList {

    private KeyList() {}

    static String json(List<RowKey> keys) {
        StringBuilder json = new StringBuilder("[");
        for (RowKey key : keys) {
            json.append(json.length() == 1 ? "" : ",");
            List<Object> values = key.values();
            if (values.size() == 1) {
                append(json, values.get(0));
            } else {
                for (int i = 0; i < values.size(); i++) {
                    append(json.append(i == 0 ? "[" : ","), values.get(i));
                }
                json.append(']');
            }
        }
        return json.append(']').toString();
    }

    private static void append(StringBuilder json, Object value) {
        if (!(value instanceof String given)) {
            json.append(value);
            return;
        }
        String text = Texts.storable(given);
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                json.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
            } else {
                json.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        json.append('"');
    }
}
