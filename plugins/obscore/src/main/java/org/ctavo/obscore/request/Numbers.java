package org.ctavo.obscore.request;

import java.util.Locale;
import java.util.regex.Pattern;

import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/** Numbers as DALI writes them (DALI 1.1, section 3.3.1): decimal, with or without an exponent. */
public final class Numbers {
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,300}(\\.\\d{0,300})?|\\.\\d{1,300})([eE][+-]?\\d{1,4})?");
    private static final Pattern INFINITE = Pattern.compile("[+-]?inf(inity)?");
    /** Enough of a value for whoever sent it to know it again. */
    private static final int SHOWN = 80;

    private Numbers() {}

    /**
     * A finite number.
     *
     * @param parameter whose value it is, for the message
     * @throws Fault {@code BAD_PARAMETER}
     */
    public static double finite(String parameter, String text) {
        String stripped = text.strip();
        double value = DECIMAL.matcher(stripped).matches() ? Double.parseDouble(stripped) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw bad(parameter, "\"" + shown(text) + "\" is not a decimal number.");
        }
        return value;
    }

    /** The same, or {@code -Inf} or {@code +Inf}. */
    public static double any(String parameter, String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (INFINITE.matcher(lower).matches()) {
            return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return finite(parameter, text);
    }

    /** A finite number between two others, which may be it. */
    public static double between(String parameter, String text, double least, double most) {
        double value = finite(parameter, text);
        if (value < least || value > most) {
            throw bad(
                    parameter,
                    shown(text) + " is out of range: from " + Math.round(least) + " to " + Math.round(most) + '.');
        }
        return value;
    }

    /** What to say of a parameter's value. */
    public static Fault bad(String parameter, String message) {
        return new Fault(RequestFault.BAD_PARAMETER, parameter + ": " + message);
    }

    /** A value as it may be repeated in a message. */
    public static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ").strip();
        return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
    }
}
