package dev.commercekit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds payment card numbers in free text: 14 to 19 digits, perhaps in groups parted by one space or hyphen, that begin as
 * card numbers do (2 to 6) and pass the Luhn check (ISO/IEC 7812-1, annex B).
 */
final class CardNumbers {

    private static final int SHORTEST = 14;
    private static final int LONGEST = 19;
    private static final Pattern RUN = Pattern.compile("\\d+(?:[ -]\\d+)*");

    private CardNumbers() {}

    static boolean foundIn(String text) {
        if (text.length() < SHORTEST) {
            return false;
        }
        Matcher runs = RUN.matcher(text);
        while (runs.find()) {
            if (runs.end() - runs.start() >= SHORTEST && anyGroups(runs.group().split("[ -]"))) {
                return true;
            }
        }
        return false;
    }

    /** A date or a check code may stand beside the number, so each sequence of neighbouring groups is tried. */
    private static boolean anyGroups(String[] groups) {
        for (int first = 0; first < groups.length; first++) {
            StringBuilder joined = new StringBuilder();
            for (int last = first; last < groups.length && joined.length() <= LONGEST; last++) {
                if (isCard(joined.append(groups[last]))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isCard(CharSequence digits) {
        int length = digits.length();
        if (length < SHORTEST || length > LONGEST || digits.charAt(0) < '2' || digits.charAt(0) > '6') {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < length; place++) {
            int digit = digits.charAt(length - 1 - place) - '0';
            int weighted = place % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
