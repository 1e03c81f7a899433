package dev.commercekit.jdbc.dialect;

import dev.commercekit.storage.StorageException;

/** The text that every database keeps as it is. */
public final class Texts {

    private Texts() {}

    /** Refuses text with a NUL character or half a surrogate pair, which databases refuse or silently change. */
    public static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new StorageException("text must not hold NUL characters", false);
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new StorageException("text must be valid Unicode", false);
                }
                i++;
            }
        }
        return text;
    }
}
