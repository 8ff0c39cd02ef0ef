package org.ctavo.archive.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

import nom.tam.fits.Header;
import nom.tam.fits.HeaderCard;
import nom.tam.util.Cursor;
import org.ctavo.spi.Fault;

/** The keywords of one HDU. Not changed after it was read. */
public final class FitsHeader {
    private final Header header;
    private final Set<String> repeated;

    FitsHeader(Header header, Set<String> repeated) {
        this.header = header;
        this.repeated = repeated;
    }

    /** Whether the keyword is there, with or without a value. */
    public boolean has(String keyword) {
        return header.containsKey(keyword);
    }

    /**
     * A value as text, trimmed, whatever its type; empty if it is missing or blank.
     *
     * @throws Fault {@code DAMAGED} if it is there more than once
     */
    public Optional<String> text(String keyword) {
        if (repeated.contains(keyword)) {
            throw new Fault(FitsFault.DAMAGED, "Header keyword " + keyword + " is there more than once.");
        }
        HeaderCard card = header.findCard(keyword);
        return Optional.ofNullable(card)
                .map(HeaderCard::getValue)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /**
     * A number.
     *
     * @throws Fault {@code DAMAGED} if the keyword is there but is no finite number
     */
    public OptionalDouble number(String keyword) {
        Optional<String> text = text(keyword);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text.get().replace('D', 'E'));
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            throw notANumber(keyword, text.get(), e);
        }
        throw notANumber(keyword, text.get(), null);
    }

    private static Fault notANumber(String keyword, String text, NumberFormatException cause) {
        return new Fault(
                FitsFault.DAMAGED, "Header keyword " + keyword + " is not a number: '" + clipped(text) + "'.", cause);
    }

    /**
     * A whole number.
     *
     * @throws Fault {@code DAMAGED} if the keyword is there but is no whole number
     */
    public OptionalLong whole(String keyword) {
        OptionalDouble number = number(keyword);
        if (number.isEmpty()) {
            return OptionalLong.empty();
        }
        double value = number.getAsDouble();
        if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
            throw new Fault(FitsFault.DAMAGED, "Header keyword " + keyword + " is not a whole number: " + value + ".");
        }
        return OptionalLong.of((long) value);
    }

    /** The lines of all cards of a keyword that may repeat (COMMENT, HISTORY), in order. */
    public List<String> lines(String keyword) {
        List<String> lines = new ArrayList<>();
        Cursor<String, HeaderCard> cards = header.iterator();
        while (cards.hasNext()) {
            HeaderCard card = cards.next();
            if (keyword.equals(card.getKey()) && card.getComment() != null) {
                lines.add(card.getComment());
            }
        }
        return List.copyOf(lines);
    }

    static String clipped(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
