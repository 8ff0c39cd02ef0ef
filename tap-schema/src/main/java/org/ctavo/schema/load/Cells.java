package org.ctavo.schema.load;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;

import org.ctavo.schema.relational.Column;
import org.ctavo.schema.relational.SqlType;

/** Reads cells as values of the model. */
final class Cells {
    private static final int LONGEST_SHOWN = 40;

    private Cells() {}

    /**
     * The text of a value as PostgreSQL reads it.
     *
     * @param cell a text, number or boolean; null or a blank number for no value
     * @return null for no value
     * @throws IllegalArgumentException with what is wrong and what would be right
     */
    static String text(Column column, Object cell) {
        if (isNothing(column.type(), cell)) {
            if (!column.nullable() && column.defaultSql().isEmpty() && !column.generated()) {
                throw new IllegalArgumentException("has no value, and must have one");
            }
            return null;
        }
        String text = cell instanceof Object[] ? "an array" : cell.toString();
        String value =
                switch (column.type()) {
                    case BOOLEAN -> truth(text);
                    case SHORT -> whole(text, Short.MIN_VALUE, Short.MAX_VALUE);
                    case INT -> whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
                    case LONG -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
                    case DOUBLE -> number(text);
                    case TIMESTAMP -> time(text);
                    case TEXT -> words(text);
                    case REGION, COMPLEX, WORDS -> throw new IllegalArgumentException("cannot be loaded from files");
                };
        if (!column.words().isEmpty() && !column.words().contains(value)) {
            throw new IllegalArgumentException(
                    "is " + shown(text) + ", which is none of " + String.join(", ", column.words()));
        }
        return value;
    }

    private static boolean isNothing(SqlType type, Object cell) {
        return cell == null
                || (cell instanceof Double number && number.isNaN())
                || (cell instanceof Float single && single.isNaN())
                || (type != SqlType.TEXT && cell.toString().isBlank());
    }

    private static String truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "1" -> "true";
            case "false", "f", "0" -> "false";
            default -> throw new IllegalArgumentException("is " + shown(text) + ", which is neither true nor false");
        };
    }

    private static String whole(String text, long least, long most) {
        try {
            long value = Long.parseLong(text.strip());
            if (value >= least && value <= most) {
                return Long.toString(value);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is " + shown(text) + ", which is no whole number", e);
        }
        throw new IllegalArgumentException("is " + shown(text) + ", which is not from " + least + " to " + most);
    }

    private static String number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            // Java reads a number followed by d or f, which nobody else does.
            if (Double.isFinite(value)
                    && Character.isLetter(text.strip().charAt(text.strip().length() - 1))) {
                throw new NumberFormatException();
            }
            if (Double.isFinite(value)) {
                return Double.toString(value);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is " + shown(text) + ", which is no number", e);
        }
        throw new IllegalArgumentException("is " + shown(text) + ", which is no finite number");
    }

    private static String time(String text) {
        String form = text.strip().replace(' ', 'T');
        if (form.endsWith("Z")) {
            form = form.substring(0, form.length() - 1);
        }
        try {
            LocalDateTime time = form.contains("T")
                    ? LocalDateTime.parse(form)
                    : LocalDate.parse(form).atStartOfDay();
            return time.toString();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "is " + shown(text) + ", which is no time like 2026-01-31T12:00:00 (UTC)", e);
        }
    }

    private static String words(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("holds a NUL character");
        }
        return text;
    }

    private static String shown(String text) {
        String cut = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
        return "'" + cut.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
