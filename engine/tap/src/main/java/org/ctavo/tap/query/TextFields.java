package org.ctavo.tap.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ctavo.spi.QueryRow;
import org.ctavo.tap.result.TextRow;

/** A row of COPY's text format, taken apart. Immutable. */
record TextFields(List<String> columns, List<Optional<String>> values) implements QueryRow {
    private static final String NULL = "\\N";

    /** The fields of a line, which ends in a newline. */
    static TextFields of(List<String> columns, byte[] line) {
        String text = new String(line, 0, line.length - 1, StandardCharsets.UTF_8);
        List<Optional<String>> values = new ArrayList<>();
        int start = 0;
        // A tab inside a value is escaped.
        for (int tab = text.indexOf('\t'); tab >= 0; tab = text.indexOf('\t', start)) {
            values.add(value(text.substring(start, tab)));
            start = tab + 1;
        }
        values.add(value(text.substring(start)));
        return new TextFields(columns, List.copyOf(values));
    }

    @Override
    public Optional<String> text(int column) {
        return values.get(column);
    }

    private static Optional<String> value(String field) {
        if (field.equals(NULL)) {
            return Optional.empty();
        }
        return Optional.of(field.indexOf('\\') < 0 ? field : unescaped(field));
    }

    private static String unescaped(String field) {
        StringBuilder out = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            out.append(c == '\\' ? (char) TextRow.meant(field.charAt(++i)) : c);
        }
        return out.toString();
    }
}
