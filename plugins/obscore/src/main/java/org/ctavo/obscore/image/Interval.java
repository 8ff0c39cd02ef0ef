package org.ctavo.obscore.image;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ctavo.obscore.request.Numbers;
import org.ctavo.spi.AdqlLiteral;

/**
 * An interval as SIA 2.0 has it (section 2.1): one number or two, both ends included.
 *
 * @param low lower end; −∞ if it is open
 * @param high upper end, not below the lower one; +∞ if it is open
 */
record Interval(double low, double high) {

    /** Reads the value of a parameter. */
    static Interval of(String parameter, String text) {
        List<String> ends = List.of(text.strip().split("\\s+", -1));
        if (ends.size() > 2) {
            throw Numbers.bad(
                    parameter, "\"" + Numbers.shown(text) + "\" is neither a number nor two with a space between.");
        }
        Interval interval =
                new Interval(Numbers.any(parameter, ends.get(0)), Numbers.any(parameter, ends.get(ends.size() - 1)));
        boolean isNowhere = interval.low == Double.POSITIVE_INFINITY || interval.high == Double.NEGATIVE_INFINITY;
        if (interval.low > interval.high || isNowhere) {
            throw Numbers.bad(
                    parameter,
                    "\"" + Numbers.shown(text) + "\" is no interval: the smaller number comes first, -Inf and +Inf are"
                            + " its open ends.");
        }
        return interval;
    }

    /** The condition that a column's value is in it. What is not known is in no interval, not even an endless one. */
    String holds(String column) {
        return meets(column, column);
    }

    /** The condition that it has something in common with the interval between two columns. */
    String meets(String least, String most) {
        String ends = Stream.of(
                        Double.isFinite(low) ? most + " >= " + AdqlLiteral.of(low) : most + " IS NOT NULL",
                        Double.isFinite(high) ? least + " <= " + AdqlLiteral.of(high) : least + " IS NOT NULL")
                .distinct()
                .collect(Collectors.joining(" AND "));
        return "(" + ends + ")";
    }
}
