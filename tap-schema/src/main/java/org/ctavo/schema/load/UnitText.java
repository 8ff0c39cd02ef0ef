package org.ctavo.schema.load;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Units as people and programs write them: {@code m/s}, {@code m.s**-1}, {@code m s-1} and {@code m / s} are one. Names
 * are compared letter by letter; nothing is converted.
 */
final class UnitText {
    /** A factor with what goes before it. */
    private static final Pattern FACTOR = Pattern.compile(
            "\\s*(?<by>[/.*]?)\\s*(?<name>[A-Za-z%_]+)\\s*(?:(?:\\*\\*|\\^)?\\(?(?<power>[+-]?\\d{1,2})\\)?)?\\s*");

    /** How astropy and others call what VOUnits names otherwise. */
    private static final Map<String, String> ALIASES =
            Map.of("deg_C", "Celsius", "degC", "Celsius", "degree", "deg", "sec", "s", "hr", "h");

    private UnitText() {}

    /** Whether two texts are the same unit; no text is no unit. */
    static boolean same(String one, String other) {
        Optional<Map<String, Integer>> powers = powers(one);
        return one.strip().equals(other.strip()) || (powers.isPresent() && powers.equals(powers(other)));
    }

    /** The powers of the factors, by their names; empty for a text of another kind. */
    private static Optional<Map<String, Integer>> powers(String text) {
        Map<String, Integer> powers = new TreeMap<>();
        Matcher factor = FACTOR.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!factor.find(end) || factor.start() != end) {
                return Optional.empty();
            }
            int power = factor.group("power") == null ? 1 : Integer.parseInt(factor.group("power"));
            String name = factor.group("name");
            powers.merge(
                    ALIASES.getOrDefault(name, name), factor.group("by").equals("/") ? -power : power, Integer::sum);
            end = factor.end();
        }
        return Optional.of(powers);
    }
}
