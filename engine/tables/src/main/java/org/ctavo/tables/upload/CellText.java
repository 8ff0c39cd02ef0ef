package org.ctavo.tables.upload;

import java.util.Locale;

/** Reads cells of TABLEDATA (VOTable 1.4, section 5.1 and table 1). */
final class CellText {

    private CellText() {}

    /**
     * The value of a cell; null if it is empty, or holds the text that stands for null.
     *
     * @throws NumberFormatException if it is no value of the field's datatype
     */
    static Object value(Field field, String text) {
        if (field.isText()) {
            return text.isEmpty() ? null : text;
        }
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return null;
        }
        if (field.isScalar()) {
            boolean isNull = field.nullText().filter(trimmed::equals).isPresent();
            return isNull ? null : scalar(field.datatype(), trimmed);
        }
        return array(field.datatype(), trimmed.split("\\s+", -1));
    }

    private static Object scalar(String datatype, String text) {
        return switch (datatype) {
            case "boolean", "bit" -> truth(text);
            case "unsignedByte", "short" -> (short) whole(text);
            case "int" -> (int) whole(text);
            case "long" -> whole(text);
            case "float" -> (float) number(text);
            default -> number(text);
        };
    }

    private static Object array(String datatype, String[] words) {
        switch (datatype) {
            case "boolean", "bit" -> {
                // Bits may be written without spaces.
                String[] each = datatype.equals("bit") && words.length == 1 ? words[0].split("", -1) : words;
                int length = each.length > 1 && each[each.length - 1].isEmpty() ? each.length - 1 : each.length;
                boolean[] values = new boolean[length];
                for (int i = 0; i < length; i++) {
                    values[i] = Boolean.TRUE.equals(truth(each[i]));
                }
                return values;
            }
            case "unsignedByte", "short" -> {
                short[] values = new short[words.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (short) whole(words[i]);
                }
                return values;
            }
            case "int" -> {
                int[] values = new int[words.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (int) whole(words[i]);
                }
                return values;
            }
            case "long" -> {
                long[] values = new long[words.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = whole(words[i]);
                }
                return values;
            }
            case "float", "floatComplex" -> {
                float[] values = new float[words.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) number(words[i]);
                }
                return values;
            }
            default -> {
                double[] values = new double[words.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = number(words[i]);
                }
                return values;
            }
        }
    }

    /** Null for the question mark, which says that it is unknown. */
    private static Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "t", "true", "1" -> Boolean.TRUE;
            case "f", "false", "0" -> Boolean.FALSE;
            case "?", "" -> null;
            default -> throw new NumberFormatException("'" + text + "' is neither true nor false");
        };
    }

    private static long whole(String text) {
        return text.startsWith("0x") || text.startsWith("0X")
                ? Long.parseUnsignedLong(text.substring(2), 16)
                : Long.parseLong(text.startsWith("+") ? text.substring(1) : text);
    }

    private static double number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "+inf", "inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
