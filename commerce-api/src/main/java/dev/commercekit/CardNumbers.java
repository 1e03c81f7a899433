package dev.commercekit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds payment card numbers in free text: 14 to 19 digits of any script, at once or in groups of three and more parted by
 * spaces, hyphens, points, slashes or low lines, that begin as card numbers do (2 to 6) and pass the Luhn check (ISO/IEC
 * 7812-1, annex B). Shorter groups are sizes, years and prices, whose lists pass the check by chance.
 */
final class CardNumbers {

    private static final int SHORTEST = 14;
    private static final int LONGEST = 19;
    private static final int SHORTEST_GROUP = 3;

    /** Repeats a class of characters only: repeating a group takes stack for each round, and long texts would overflow it. */
    private static final Pattern RUN = Pattern.compile("\\p{Nd}[\\p{Nd}\\p{Zs}\\s\\p{Pd}._/]*");

    private static final Pattern GAP = Pattern.compile("[\\p{Zs}\\s\\p{Pd}._/]+");

    private CardNumbers() {}

    static boolean foundIn(String text) {
        if (text.length() < SHORTEST) {
            return false;
        }
        Matcher runs = RUN.matcher(text);
        while (runs.find()) {
            if (runs.end() - runs.start() >= SHORTEST && anyGroups(GAP.split(runs.group()))) {
                return true;
            }
        }
        return false;
    }

    /** A date or a check code may stand beside the number, so each sequence of neighbouring groups is tried. */
    private static boolean anyGroups(String[] groups) {
        for (int first = 0; first < groups.length; first++) {
            StringBuilder joined = new StringBuilder();
            for (int last = first;
                    last < groups.length && groups[last].length() >= SHORTEST_GROUP && joined.length() <= LONGEST;
                    last++) {
                if (isCard(joined.append(groups[last]))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isCard(CharSequence digits) {
        int length = digits.length();
        if (length < SHORTEST || length > LONGEST || digit(digits, 0) < 2 || digit(digits, 0) > 6) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < length; place++) {
            int digit = digit(digits, length - 1 - place);
            int weighted = place % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    private static int digit(CharSequence digits, int place) {
        return Character.digit(digits.charAt(place), 10);
    }
}
