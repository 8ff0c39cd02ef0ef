package org.ctavo.archive.fits;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import org.ctavo.spi.Fault;

/**
 * The form of header cards (FITS standard 4.0, sections 4.1 and 4.2), checked before they are parsed: parsers forgive
 * much, and what they forgive is most often damage.
 */
final class CardSyntax {
    private static final int CARD = 80;
    private static final Set<String> WITHOUT_VALUE = Set.of("COMMENT", "HISTORY", "CONTINUE", "HIERARCH", "END", "");
    private static final Pattern KEYWORD = Pattern.compile("[A-Z0-9_-]* *");
    private static final String COMMENT = " *(/.*)?";
    private static final String NUMBER = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([EDed][-+]?\\d+)?";
    private static final Pattern VALUE = Pattern.compile(
            " *('([^']|'')*'|" + NUMBER + "|[TF]|\\( *" + NUMBER + " *, *" + NUMBER + " *\\))?" + COMMENT);

    private CardSyntax() {}

    /**
     * Checks all cards of a header.
     *
     * @param label of the header, for people
     * @return keywords that stand there more than once and should not
     * @throws Fault {@code DAMAGED} at the first card that is not as it should be
     */
    static Set<String> check(byte[] header, String label) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (int at = 0; at < header.length; at += CARD) {
            String card = new String(header, at, CARD, StandardCharsets.ISO_8859_1);
            String keyword = card.substring(0, 8).stripTrailing();
            if (keyword.equals("END")) {
                break;
            }
            boolean right = KEYWORD.matcher(card.substring(0, 8)).matches();
            if (right && !WITHOUT_VALUE.contains(keyword)) {
                right = card.startsWith("= ", 8)
                        && VALUE.matcher(card.substring(10)).matches();
                if (!seen.add(keyword)) {
                    repeated.add(keyword);
                }
            }
            if (!right) {
                throw new Fault(
                        FitsFault.DAMAGED,
                        "Card " + (at / CARD + 1) + " in the header of " + label + " is not as FITS asks: '"
                                + FitsHeader.clipped(card.strip()) + "'.");
            }
        }
        return Set.copyOf(repeated);
    }
}
