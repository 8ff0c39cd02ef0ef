package org.ctavo.archive.fits;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The cards of a header, to be changed and written (FITS standard 4.0, section 4). Cards that are not changed stay byte
 * for byte what they were. For one thread.
 */
public final class FitsCards {
    private static final int CARD = 80;
    private static final int TEXT = CARD - 8;
    private static final int LONGEST_TEXT = 68;

    private final List<String> cards = new ArrayList<>();

    private FitsCards() {}

    /** The cards of a header that was read, up to its END. */
    public static FitsCards of(byte[] header) {
        FitsCards cards = new FitsCards();
        for (int at = 0; at + CARD <= header.length; at += CARD) {
            String card = new String(header, at, CARD, StandardCharsets.ISO_8859_1);
            if (card.stripTrailing().equals("END")) {
                break;
            }
            cards.cards.add(card);
        }
        return cards;
    }

    /** Whether there is a card of that keyword. */
    public boolean has(String keyword) {
        return find(keyword) >= 0;
    }

    /** Sets a whole number; its place and comment stay. */
    public void set(String keyword, long value) {
        put(keyword, String.format(Locale.ROOT, "%20d", value), "");
    }

    /**
     * Sets a number; its place and comment stay.
     *
     * @param value finite
     */
    public void set(String keyword, double value) {
        put(keyword, String.format(Locale.ROOT, "%20s", Double.toString(value)), "");
    }

    /**
     * Sets a text; its place stays, and so does its comment unless another is given.
     *
     * @param value printable ASCII of at most 68 characters, apostrophes counted twice
     * @param comment empty to keep what is there
     */
    public void set(String keyword, String value, String comment) {
        String quoted = String.format(Locale.ROOT, "'%-8s'", value.replace("'", "''"));
        if (quoted.length() > CARD - 10) {
            throw new IllegalArgumentException("Too long for a card: " + value);
        }
        put(keyword, String.format(Locale.ROOT, "%-20s", quoted), comment);
    }

    /**
     * Sets a text of any length, on as many cards as it takes (FITS standard 4.0, section 4.2.1.2); its place stays.
     *
     * @param value what is not printable ASCII becomes a question mark
     * @param comment told only of a text that leaves room for it on its card
     */
    public void setLong(String keyword, String value, String comment) {
        String text = value.replaceAll("[^ -~]", "?");
        if (text.replace("'", "''").length() <= LONGEST_TEXT) {
            set(keyword, text, comment);
            return;
        }
        // A value that ends with an ampersand goes on with the next card.
        set(keyword, piece(text, 0) + "&", "");
        int at = find(keyword);
        for (int from = piece(text, 0).length();
                from < text.length();
                from += piece(text, from).length()) {
            String piece = piece(text, from);
            String end = from + piece.length() < text.length() ? "&'" : "'";
            cards.add(++at, fit("CONTINUE  '" + piece.replace("'", "''") + end));
        }
    }

    /** As much of a text as a card takes beside the ampersand. */
    private static String piece(String text, int from) {
        int end = from;
        for (int width = 0; end < text.length(); end++) {
            width += text.charAt(end) == '\'' ? 2 : 1;
            if (width > LONGEST_TEXT - 1) {
                break;
            }
        }
        return text.substring(from, end);
    }

    private void put(String keyword, String value, String comment) {
        int at = find(keyword);
        String said = comment.isEmpty() && at >= 0 ? commentOf(cards.get(at)) : comment;
        String card = String.format(Locale.ROOT, "%-8s= %s", keyword, value) + (said.isEmpty() ? "" : " / " + said);
        String whole = fit(card);
        if (at >= 0) {
            cards.set(at, whole);
            removeContinuation(at + 1);
        } else {
            cards.add(whole);
        }
    }

    private static String fit(String card) {
        return String.format(Locale.ROOT, "%-80s", card).substring(0, CARD);
    }

    /** What follows the value: after the closing apostrophe of a text, a slash can only begin the comment. */
    private static String commentOf(String card) {
        int from = 10;
        if (card.substring(from).stripLeading().startsWith("'")) {
            from = card.indexOf('\'', from) + 1;
            while (from < CARD && (card.charAt(from) != '\'' || card.startsWith("''", from))) {
                from += card.startsWith("''", from) ? 2 : 1;
            }
        }
        int slash = card.indexOf('/', Math.min(from, CARD));
        return slash < 0 ? "" : card.substring(slash + 1).strip();
    }

    /** Takes a keyword away, if it is there. */
    public void remove(String keyword) {
        for (int at = find(keyword); at >= 0; at = find(keyword)) {
            cards.remove(at);
            removeContinuation(at);
        }
    }

    private void removeContinuation(int at) {
        while (at < cards.size() && keyword(cards.get(at)).equals("CONTINUE")) {
            cards.remove(at);
        }
    }

    /** Adds a line of history, on as many cards as it takes; what is not printable ASCII becomes a question mark. */
    public void history(String line) {
        String text = line.replaceAll("[^ -~]", "?");
        for (int from = 0; from < text.length(); from += TEXT) {
            cards.add(fit("HISTORY " + text.substring(from, Math.min(text.length(), from + TEXT))));
        }
    }

    private int find(String keyword) {
        for (int i = 0; i < cards.size(); i++) {
            if (keyword(cards.get(i)).equals(keyword)) {
                return i;
            }
        }
        return -1;
    }

    private static String keyword(String card) {
        return card.substring(0, 8).stripTrailing();
    }

    /** The header in whole blocks, with sums that match it and its data (FITS standard 4.0, section 4.4.2.7). */
    public byte[] sealed(long dataSum) {
        set("DATASUM", Long.toString(dataSum), "");
        set("CHECKSUM", "0".repeat(16), "");
        OnesComplement sum = new OnesComplement();
        byte[] open = bytes();
        sum.add(open, 0, open.length);
        sum.add(dataSum);
        set("CHECKSUM", OnesComplement.encoded(sum.value()), "");
        return bytes();
    }

    /** The header in whole blocks. */
    public byte[] bytes() {
        byte[] header = new byte[(int) FitsFile.padded((cards.size() + 1L) * CARD)];
        Arrays.fill(header, (byte) ' ');
        int at = 0;
        for (String card : cards) {
            System.arraycopy(card.getBytes(StandardCharsets.ISO_8859_1), 0, header, at, CARD);
            at += CARD;
        }
        System.arraycopy("END".getBytes(StandardCharsets.ISO_8859_1), 0, header, at, 3);
        return header;
    }
}
