package dev.commercekit.json.text;

import java.util.Arrays;

/** A document that grows at its end. Whoever writes it sees to its grammar. Not thread-safe; may be used again. */
public final class JsonText {

    private char[] chars = new char[512];
    private int size;

    /** Empties it. */
    public void clear() {
        size = 0;
    }

    /** Returns how much it can hold before it takes more memory. */
    public int capacity() {
        return chars.length;
    }

    /** Adds a character as it is. */
    public JsonText raw(char c) {
        ensure(1);
        chars[size++] = c;
        return this;
    }

    /** Adds text as it is. */
    public JsonText raw(String text) {
        ensure(text.length());
        text.getChars(0, text.length(), chars, size);
        size += text.length();
        return this;
    }

    /** Adds a whole number. */
    public JsonText number(long number) {
        return number >= 0 && number <= 9 ? raw((char) ('0' + number)) : raw(Long.toString(number));
    }

    /** Adds a string: between quotes, and with what must be escaped in it. */
    public JsonText string(String text) {
        ensure(text.length() + 2);
        chars[size] = '"';
        int from = size + 1;
        int end = from + text.length();
        text.getChars(0, text.length(), chars, from);
        for (int i = from; i < end; i++) {
            char c = chars[i];
            if (c < ' ' || c == '"' || c == '\\') {
                return escaped(text);
            }
        }
        chars[end] = '"';
        size = end + 1;
        return this;
    }

    private JsonText escaped(String text) {
        raw('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> raw('\\').raw(c);
                case '\b' -> raw("\\b");
                case '\t' -> raw("\\t");
                case '\n' -> raw("\\n");
                case '\f' -> raw("\\f");
                case '\r' -> raw("\\r");
                default -> {
                    if (c < ' ') {
                        raw(String.format("\\u%04X", (int) c));
                    } else {
                        raw(c);
                    }
                }
            }
        }
        return raw('"');
    }

    private void ensure(int more) {
        if (chars.length - size < more) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, Math.addExact(size, more)));
        }
    }

    /** Returns what was written. */
    @Override
    public String toString() {
        return new String(chars, 0, size);
    }
}
