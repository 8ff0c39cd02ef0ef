package org.ctavo.soda.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.ctavo.soda.region.Circle;
import org.ctavo.soda.region.Polygon;
import org.ctavo.soda.region.Position;
import org.ctavo.soda.region.Range;
import org.ctavo.soda.region.Region;
import org.ctavo.spi.Fault;

/** Reads the values of parameters (DALI 1.1, section 3.3). Every value is bounded before it is looked at. */
final class Values {
    private static final int MOST_CHARACTERS = 20_000;
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40})(?:[eE][-+]?\\d{1,3})?");

    private Values() {}

    /** An interval: two numbers, or infinities. */
    static Interval interval(String parameter, String text) {
        List<String> words = words(parameter, text);
        if (words.size() != 2) {
            throw bad(parameter, text, "is two numbers, such as '1 10', '1 +Inf' or '5 5'");
        }
        try {
            return new Interval(bound(parameter, text, words.get(0), "-"), bound(parameter, text, words.get(1), "+"));
        } catch (IllegalArgumentException e) {
            throw bad(parameter, text, "cannot be taken: " + e.getMessage(), e);
        }
    }

    /** A bound; empty for the infinity that stands open on its side. */
    private static Optional<BigDecimal> bound(String parameter, String text, String word, String open) {
        String infinity = infinity(word);
        if (infinity.equals(open)) {
            return Optional.empty();
        }
        if (!infinity.isEmpty()) {
            throw bad(parameter, text, "holds nothing: -Inf stands first, +Inf second");
        }
        number(parameter, text, word);
        return Optional.of(new BigDecimal(word));
    }

    /** The sign of an infinity; empty for anything else. */
    private static String infinity(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> "+";
            case "-inf", "-infinity" -> "-";
            default -> "";
        };
    }

    /** A circle: longitude, latitude, radius. */
    static Region circle(String parameter, String text) {
        return circle(parameter, text, words(parameter, text));
    }

    private static Region circle(String parameter, String text, List<String> words) {
        if (words.size() != 3) {
            throw bad(parameter, text, "takes a longitude, a latitude and a radius for a circle");
        }
        double[] n = numbers(parameter, text, words);
        return region(parameter, text, () -> new Circle(new Position(n[0], n[1]), n[2]));
    }

    /** A polygon: longitudes and latitudes of three or more vertices. */
    static Region polygon(String parameter, String text) {
        return polygon(parameter, text, words(parameter, text));
    }

    private static Region polygon(String parameter, String text, List<String> words) {
        if (words.size() < 6 || words.size() % 2 != 0) {
            throw bad(parameter, text, "takes a longitude and a latitude for each of three or more vertices");
        }
        double[] n = numbers(parameter, text, words);
        return region(parameter, text, () -> {
            List<Position> vertices = new ArrayList<>();
            for (int i = 0; i < n.length; i += 2) {
                vertices.add(new Position(n[i], n[i + 1]));
            }
            return new Polygon(vertices);
        });
    }

    /** A shape with its keyword: CIRCLE, RANGE or POLYGON (SODA 1.0, section 3.3.1). */
    static Region shape(String parameter, String text) {
        List<String> words = words(parameter, text);
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (words.isEmpty() ? "" : words.get(0).toUpperCase(Locale.ROOT)) {
            case "CIRCLE" -> circle(parameter, text, rest);
            case "POLYGON" -> polygon(parameter, text, rest);
            case "RANGE" -> range(parameter, text, rest);
            default -> throw bad(parameter, text, "begins with CIRCLE, RANGE or POLYGON");
        };
    }

    private static Region range(String parameter, String text, List<String> words) {
        if (words.size() != 4) {
            throw bad(parameter, text, "takes two longitudes and two latitudes for a range");
        }
        double west = end(parameter, text, words.get(0), "-", 0);
        double east = end(parameter, text, words.get(1), "+", 360);
        double south = end(parameter, text, words.get(2), "-", -90);
        double north = end(parameter, text, words.get(3), "+", 90);
        return region(parameter, text, () -> new Range(west, east, south, north));
    }

    private static double end(String parameter, String text, String word, String open, double limit) {
        return bound(parameter, text, word, open).map(BigDecimal::doubleValue).orElse(limit);
    }

    @FunctionalInterface
    private interface Making {
        Region make();
    }

    private static Region region(String parameter, String text, Making making) {
        try {
            return making.make();
        } catch (IllegalArgumentException e) {
            throw bad(parameter, text, "cannot be taken: " + e.getMessage(), e);
        }
    }

    private static List<String> words(String parameter, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw bad(parameter, text, "is longer than " + MOST_CHARACTERS + " characters");
        }
        String bare = text.strip();
        return bare.isEmpty() ? List.of() : List.of(bare.split("\\s+", -1));
    }

    private static double[] numbers(String parameter, String text, List<String> words) {
        double[] numbers = new double[words.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(parameter, text, words.get(i));
        }
        return numbers;
    }

    private static double number(String parameter, String text, String word) {
        if (!NUMBER.matcher(word).matches()) {
            throw bad(parameter, text, "holds '" + clipped(word) + "', which is no number it can take");
        }
        double value = Double.parseDouble(word);
        if (Double.isInfinite(value)) {
            throw bad(parameter, text, "holds '" + clipped(word) + "', which is larger than any number");
        }
        return value;
    }

    private static Fault bad(String parameter, String text, String what) {
        return bad(parameter, text, what, null);
    }

    private static Fault bad(String parameter, String text, String what, Throwable cause) {
        return new Fault(SodaFault.USAGE, parameter + "='" + clipped(text) + "' " + what + ".", cause);
    }

    /** What can be said again of a text: its beginning, in printable characters. */
    static String clipped(String text) {
        String shown = text.length() <= 60 ? text : text.substring(0, 60) + "…";
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
