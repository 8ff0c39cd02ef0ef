package org.ctavo.archive.dl3;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.spi.Fault;

/**
 * What was cut out of a larger list, by the data sub-space keywords (DSTYPn, DSUNIn, DSVALn).
 *
 * @param energies range in TeV
 * @param circle region of the sky
 */
public record DataSelection(Optional<Span> energies, Optional<Circle> circle) {
    private static final int MOST = 99;
    private static final String NUMBER = "\\s*([-+0-9.eE]{1,30})\\s*";
    private static final Pattern RANGE = Pattern.compile(NUMBER + ":" + NUMBER);
    private static final Pattern CIRCLE =
            Pattern.compile("CIRCLE\\s*\\(" + NUMBER + "," + NUMBER + "," + NUMBER + "\\)");

    /**
     * A circle.
     *
     * @param ra of its centre, degrees, in the frame of the event list
     * @param dec of its centre
     * @param radius degrees
     */
    public record Circle(double ra, double dec, double radius) {}

    /** What a header says. */
    static DataSelection of(FitsHeader header) {
        Optional<Span> energies = Optional.empty();
        Optional<Circle> circle = Optional.empty();
        long keys = header.whole("NDSKEYS").orElse(0);
        for (int i = 1; i <= Math.min(keys, MOST); i++) {
            String type = required(header, "DSTYP" + i).toUpperCase(Locale.ROOT);
            String value = required(header, "DSVAL" + i).toUpperCase(Locale.ROOT);
            String unit = header.text("DSUNI" + i).orElse("");
            if (type.equals("ENERGY") || unit.endsWith("eV")) {
                energies = Optional.of(range(type, value, unit));
            } else if (type.startsWith("POS(") || value.startsWith("CIRCLE")) {
                circle = Optional.of(circle(type, value));
            }
        }
        return new DataSelection(energies, circle);
    }

    private static String required(FitsHeader header, String keyword) {
        return header.text(keyword)
                .orElseThrow(() ->
                        new Fault(Dl3Fault.INCOMPLETE, "Keyword " + keyword + " of the data selection is missing."));
    }

    private static Span range(String type, String value, String unit) {
        double toTeV =
                switch (unit) {
                    case "TeV" -> 1;
                    case "GeV" -> 1e-3;
                    case "MeV" -> 1e-6;
                    default -> throw new Fault(Dl3Fault.UNSUPPORTED, "The energy selection is in '" + unit + "'.");
                };
        Matcher matcher = RANGE.matcher(value);
        if (matcher.matches() && type.equals("ENERGY")) {
            double low = number(matcher.group(1)) * toTeV;
            double high = number(matcher.group(2)) * toTeV;
            if (low > 0 && low < high) {
                return new Span(low, high);
            }
        }
        throw new Fault(Dl3Fault.IMPLAUSIBLE, "The selection " + type + " '" + value + "' is no range of energies.");
    }

    private static Circle circle(String type, String value) {
        Matcher matcher = CIRCLE.matcher(value);
        if (matcher.matches() && type.startsWith("POS(RA,DEC")) {
            double radius = number(matcher.group(3));
            if (radius > 0 && radius <= 90) {
                return new Circle(number(matcher.group(1)), number(matcher.group(2)), radius);
            }
        }
        throw new Fault(Dl3Fault.IMPLAUSIBLE, "The selection " + type + " '" + value + "' is no circle on the sky.");
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new Fault(Dl3Fault.IMPLAUSIBLE, "'" + text + "' in the data selection is not a number.", e);
        }
    }
}
