package org.ctavo.adql.check;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.tree.Span;
import org.ctavo.adql.type.AdqlType;

/** Strings that say a time in the form of DALI (section 3.3.3). */
final class Timestamps {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z?)?");

    private Timestamps() {}

    /** The string as a timestamp, without the Z that DALI allows at the end; tells if it is none. */
    static Value of(Value.Text text, Span span, Context context) {
        if (isTimestamp(text.value())) {
            String plain = text.value().replace("Z", "");
            return new Value.Text(plain, AdqlType.TIMESTAMP);
        }
        context.fault(
                AdqlCode.WRONG_TYPE,
                span,
                "`" + context.shown(span) + "` is not a timestamp",
                "a timestamp is written '2026-01-31T12:00:00'");
        return Scope.unknown();
    }

    private static boolean isTimestamp(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        String plain = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        try {
            return plain.length() == 10 ? LocalDate.parse(plain) != null : LocalDateTime.parse(plain) != null;
        } catch (DateTimeParseException none) {
            return false;
        }
    }
}
