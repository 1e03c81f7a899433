package dev.commercekit.core.planted;

/**
 * A small edit of one source file.
 *
 * @param file the file, from the root package on
 * @param before the text as it is, which must occur once; white space does not count, so that a formatter may break lines
 * @param after the text instead
 */
public record Edit(String file, String before, String after) {

    /** Returns the edited source. */
    String applyTo(String source) {
        int[] places = new int[source.length()];
        String dense = dense(source, places);
        String wanted = dense(before, new int[before.length()]);
        int first = dense.indexOf(wanted);
        if (wanted.isEmpty() || first < 0 || dense.indexOf(wanted, first + 1) >= 0) {
            String found = first < 0 ? "is not there any more" : "is there more than once";
            throw new StaleBugException(file, before, found);
        }
        int end = places[first + wanted.length() - 1] + 1;
        return source.substring(0, places[first]) + after + source.substring(end);
    }

    private static String dense(String text, int[] places) {
        StringBuilder dense = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                places[dense.length()] = i;
                dense.append(text.charAt(i));
            }
        }
        return dense.toString();
    }
}
