package org.ctavo.ingest.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builds a FITS header, card by card (FITS standard 4.0, section 4). For one thread. */
final class HeaderText {
    private static final int CARD = 80;
    private static final int BLOCK = 2880;

    private final List<String> cards = new ArrayList<>();

    HeaderText text(String keyword, String value) {
        return card(keyword, String.format(Locale.ROOT, "'%-8s'", value.replace("'", "''")));
    }

    HeaderText number(String keyword, double value) {
        return card(keyword, String.format(Locale.ROOT, "%20s", Double.toString(value)));
    }

    HeaderText whole(String keyword, long value) {
        return card(keyword, String.format(Locale.ROOT, "%20d", value));
    }

    HeaderText flag(String keyword, boolean value) {
        return card(keyword, String.format(Locale.ROOT, "%20s", value ? "T" : "F"));
    }

    HeaderText history(String line) {
        cards.add(padded("HISTORY " + line));
        return this;
    }

    HeaderText all(HeaderText other) {
        cards.addAll(other.cards);
        return this;
    }

    private HeaderText card(String keyword, String value) {
        cards.add(padded(String.format(Locale.ROOT, "%-8s= %s", keyword, value)));
        return this;
    }

    private static String padded(String card) {
        if (card.length() > CARD) {
            throw new IllegalArgumentException("A header card is too long: " + card);
        }
        return card + " ".repeat(CARD - card.length());
    }

    byte[] bytes() {
        String text = String.join("", cards) + padded("END");
        int padding = (BLOCK - text.length() % BLOCK) % BLOCK;
        return (text + " ".repeat(padding)).getBytes(StandardCharsets.US_ASCII);
    }
}
