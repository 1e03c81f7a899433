package dev.commercekit.examples.basics.replay;

/**
 * A line that means nothing, and why.
 *
 * @param file the name of its file
 * @param line its number in the file, from 1
 * @param reason what is wrong, for the person who mends it
 */
record BadLine(String file, int line, String reason) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
