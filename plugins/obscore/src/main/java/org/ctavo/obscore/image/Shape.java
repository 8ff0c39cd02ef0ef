package org.ctavo.obscore.image;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ctavo.obscore.request.Numbers;
import org.ctavo.spi.AdqlLiteral;

/** A shape on the sky, as the value of POS (SIA 2.0, section 2.1.1): a word and numbers in degrees, ICRS. */
final class Shape {
    private static final String POS = "POS";
    /** More than any outline of a field of view has. */
    private static final int MOST_NUMBERS = 500;

    private Shape() {}

    /** The condition that the region a product covers has something in common with a shape. */
    static String meets(String text) {
        List<String> words = Arrays.asList(text.strip().split("\\s+", MOST_NUMBERS + 2));
        List<String> numbers = words.subList(1, words.size());
        if (numbers.size() > MOST_NUMBERS) {
            throw Numbers.bad(POS, "a shape has " + MOST_NUMBERS + " numbers at most.");
        }
        return switch (words.get(0).toUpperCase(Locale.ROOT)) {
            case "CIRCLE" -> circle(numbers);
            case "RANGE" -> range(numbers);
            case "POLYGON" -> polygon(numbers);
            default -> throw Numbers.bad(
                    POS,
                    "\"" + Numbers.shown(text) + "\" is no shape: CIRCLE lon lat radius, RANGE lon1 lon2 lat1 lat2 or"
                            + " POLYGON lon1 lat1 lon2 lat2 lon3 lat3 ….");
        };
    }

    private static String circle(List<String> numbers) {
        expect(numbers.size() == 3, "CIRCLE has three numbers: longitude, latitude and radius.");
        return region("CIRCLE('ICRS', %s, %s, %s)"
                .formatted(
                        AdqlLiteral.of(longitude(numbers.get(0))),
                        AdqlLiteral.of(latitude(numbers.get(1))),
                        AdqlLiteral.of(Numbers.between(POS, numbers.get(2), 0, 180))));
    }

    private static String polygon(List<String> numbers) {
        expect(
                numbers.size() >= 6 && numbers.size() % 2 == 0,
                "POLYGON has three or more corners, each a longitude and a latitude.");
        return region(IntStream.range(0, numbers.size())
                .mapToObj(i -> AdqlLiteral.of(i % 2 == 0 ? longitude(numbers.get(i)) : latitude(numbers.get(i))))
                .collect(Collectors.joining(", ", "POLYGON('ICRS', ", ")")));
    }

    private static String region(String geometry) {
        return "1 = INTERSECTS(" + geometry + ", s_region)";
    }

    /** No polygon: parallels are no great circles. A range may go through longitude 0. */
    private static String range(List<String> numbers) {
        expect(numbers.size() == 4, "RANGE has four numbers: two longitudes, then two latitudes.");
        double lon1 = open(numbers.get(0), 0, 360);
        double lon2 = open(numbers.get(1), 0, 360);
        double lat1 = open(numbers.get(2), -90, 90);
        double lat2 = open(numbers.get(3), -90, 90);
        expect(lat1 <= lat2, "of the latitudes of a RANGE the southern one comes first.");
        return "1 = cta_range_intersects(s_region, %s, %s, %s, %s)"
                .formatted(AdqlLiteral.of(lon1), AdqlLiteral.of(lon2), AdqlLiteral.of(lat1), AdqlLiteral.of(lat2));
    }

    /** An infinite end is the farthest there is. */
    private static double open(String text, double least, double most) {
        double value = Numbers.any(POS, text);
        return Double.isInfinite(value)
                ? Math.min(Math.max(value, least), most)
                : Numbers.between(POS, text, least, most);
    }

    private static double longitude(String text) {
        return Numbers.between(POS, text, 0, 360);
    }

    private static double latitude(String text) {
        return Numbers.between(POS, text, -90, 90);
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw Numbers.bad(POS, otherwise);
        }
    }
}
