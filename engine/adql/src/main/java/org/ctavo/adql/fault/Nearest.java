package org.ctavo.adql.fault;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate that differs least from a word in any case, if it is near enough to have been meant.
     *
     * @param word what was written
     * @param candidates what could have been
     */
    public static Optional<String> of(String word, Collection<String> candidates) {
        if (word.length() > 100) {
            return Optional.empty();
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        int allowed = Math.min(3, wanted.length() / 3);
        String best = null;
        int least = allowed + 1;
        for (String candidate : candidates) {
            String known = candidate.toLowerCase(Locale.ROOT);
            if (Math.abs(known.length() - wanted.length()) < least) {
                int distance = distance(wanted, known);
                if (distance < least) {
                    least = distance;
                    best = candidate;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many characters are inserted, left out, exchanged or swapped with their neighbours between two words. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, d[i - 2][j - 2] + 1);
                }
                d[i][j] = least;
            }
        }
        return d[a.length()][b.length()];
    }
}
