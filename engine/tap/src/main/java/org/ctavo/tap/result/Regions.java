package org.ctavo.tap.result;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Regions between STC-S text, the way ObsCore 1.1 clients read them ({@code Circle ICRS 10 20 0.5}), and the numbers of
 * DALI: two for a position, three for a circle, six or more for a polygon; degrees, ICRS.
 */
public final class Regions {
    /** Bytes before the first element of a one-dimensional array, and before each element. */
    private static final int ARRAY_HEAD = 20;

    private static final int ELEMENT = 12;

    private Regions() {}

    static void put(CellType cell, byte[] message, int at, RowBuffer out) {
        byte[] text = text(message, at).getBytes(StandardCharsets.US_ASCII);
        out.reserve(text.length + cell.length() + 4);
        int taken = text.length;
        if (cell.form() == CellType.Form.VARIABLE) {
            out.putInt(taken);
        } else {
            taken = Math.min(taken, cell.length());
        }
        out.put(text, 0, taken);
        out.zeros(Math.max(0, cell.length() - taken));
    }

    private static String text(byte[] message, int at) {
        boolean empty = RowBuffer.intAt(message, at) == 0;
        double[] region = new double[empty ? 0 : RowBuffer.intAt(message, at + 12)];
        for (int i = 0; i < region.length; i++) {
            region[i] = Double.longBitsToDouble(RowBuffer.longAt(message, at + ARRAY_HEAD + i * ELEMENT + 4));
        }
        return stcs(region);
    }

    /** STC-S text of a region. */
    public static String stcs(double[] region) {
        StringBuilder text = new StringBuilder(
                switch (region.length) {
                    case 2 -> "Position ICRS";
                    case 3 -> "Circle ICRS";
                    default -> "Polygon ICRS";
                });
        for (double value : region) {
            text.append(' ');
            if (value == Math.rint(value) && Math.abs(value) < 1e9) {
                text.append((long) value);
            } else {
                text.append(value);
            }
        }
        return text.toString();
    }

    /**
     * The numbers of a region in STC-S or in DALI's shape form ({@code circle 10 20 0.5}); a frame and a reference
     * position may stand after the word and must be ICRS or say nothing.
     *
     * @throws IllegalArgumentException with the reason if it is none
     */
    public static double[] numbers(String text) {
        String[] words = text.strip().split("\\s+", -1);
        String shape = words[0].toLowerCase(Locale.ROOT);
        OptionalInt length =
                switch (shape) {
                    case "position", "point" -> OptionalInt.of(2);
                    case "circle" -> OptionalInt.of(3);
                    case "polygon" -> OptionalInt.empty();
                    default -> throw new IllegalArgumentException(
                            "'" + words[0] + "' is no position, circle or polygon");
                };
        int first = 1;
        while (first < words.length && !words[first].matches("[-+.0-9].*")) {
            if (!words[first]
                    .toUpperCase(Locale.ROOT)
                    .matches("ICRS|UNKNOWN.*|TOPOCENTER|BARYCENTER|GEOCENTER|SPHERICAL2")) {
                throw new IllegalArgumentException("frame '" + words[first] + "' is not ICRS");
            }
            first++;
        }
        double[] numbers = new double[words.length - first];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(words[first + i]);
        }
        boolean fits = length.isPresent()
                ? numbers.length == length.getAsInt()
                : numbers.length >= 6 && numbers.length % 2 == 0;
        if (!fits) {
            throw new IllegalArgumentException("a " + shape + " does not have " + numbers.length + " numbers");
        }
        return numbers;
    }
}
