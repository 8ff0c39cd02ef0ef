package org.ctavo.archive.fits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FitsCardsTest {
    @TempDir
    private Path directory;

    private static byte[] header(String... cards) {
        StringBuilder text = new StringBuilder();
        for (String card : cards) {
            text.append(String.format("%-80s", card));
        }
        text.append(String.format("%-80s", "END"));
        return String.format("%-2880s", text).getBytes(StandardCharsets.US_ASCII);
    }

    private static String card(byte[] header, int number) {
        return new String(header, number * 80, 80, StandardCharsets.US_ASCII);
    }

    @Test
    void whatIsNotChangedStaysByteForByte() {
        byte[] header = header("SIMPLE  =                    T / as it was", "ODD     = 1.0D0 /x", "COMMENT a / b ' c");
        assertThat(FitsCards.of(header).bytes()).isEqualTo(header);
    }

    @Test
    void valuesChangeInPlaceAndKeepTheirComments() {
        byte[] header = header(
                "NAXIS2  =                   12 / rows",
                "TSTART  =           1962602.25 / [s] start",
                "OBJECT  = 'it''s a / b'        / target",
                "LONG    = 'begins here&'",
                "CONTINUE  'and goes on' / said",
                "LAST    =                    T");
        FitsCards cards = FitsCards.of(header);
        cards.set("NAXIS2", 7);
        cards.set("TSTART", 101962602.12345679);
        cards.set("OBJECT", "o'brien", "");
        cards.set("LONG", "short", "");
        byte[] changed = cards.bytes();
        assertThat(card(changed, 0)).isEqualTo(String.format("%-80s", "NAXIS2  =                    7 / rows"));
        assertThat(card(changed, 1)).startsWith("TSTART  = 1.0196260212345679E8 / [s] start ");
        assertThat(card(changed, 2)).startsWith("OBJECT  = 'o''brien'           / target ");
        assertThat(card(changed, 3)).startsWith("LONG    = 'short   '");
        assertThat(card(changed, 4)).startsWith("LAST    =");
    }

    @Test
    void newCardsComeLastAndTakenOnesAreGone() {
        FitsCards cards = FitsCards.of(header("A       =                    1", "B       =                    2"));
        cards.remove("A");
        cards.set("C", "x", "new");
        assertThat(cards.has("A")).isFalse();
        assertThat(card(cards.bytes(), 1)).startsWith("C       = 'x       '           / new");
    }

    @Test
    void longHistoryTakesSeveralCardsAndStaysPrintable() {
        FitsCards cards = FitsCards.of(header("A       =                    1"));
        cards.history("é".repeat(100));
        assertThat(card(cards.bytes(), 1)).isEqualTo("HISTORY " + "?".repeat(72));
        assertThat(card(cards.bytes(), 2)).startsWith("HISTORY " + "?".repeat(28) + "  ");
        for (int i = 0; i < 100; i++) {
            cards.history("line");
        }
        assertThat(cards.bytes().length % 2880).isZero();
    }

    @Test
    void textsThatDoNotFitOneCardAreRefused() {
        FitsCards cards = FitsCards.of(header("A       =                    1"));
        assertThatThrownBy(() -> cards.set("C", "'".repeat(35), "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longTextsGoOnWithTheNextCardAndAreReadAsOne() throws IOException {
        byte[] before = header(
                "SIMPLE  =                    T",
                "BITPIX  =                    8",
                "NAXIS   =                    0",
                "B       = 'old&    '",
                "CONTINUE  'text'",
                "LAST    =                    T");
        FitsCards cards = FitsCards.of(before);
        String text = "it's ".repeat(60) + "the end & more";
        cards.setLong("A", text, "");
        cards.setLong("B", "'".repeat(200), "");
        cards.setLong("C", "short", "said");
        Path file = directory.resolve("long.fits");
        Files.write(file, cards.bytes());
        try (FitsFile fits = FitsFile.open(file)) {
            FitsHeader header = fits.next().orElseThrow().header();
            assertThat(header.text("A")).contains(text);
            assertThat(header.text("B")).contains("'".repeat(200));
            assertThat(header.text("C")).contains("short");
            assertThat(header.text("LAST")).isPresent();
        }
        cards.setLong("A", "x", "");
        cards.remove("B");
        assertThat(new String(cards.bytes(), StandardCharsets.US_ASCII)).doesNotContain("CONTINUE");
    }

    @Test
    void sealedHeadersSumToAllOnesWithTheirData() {
        byte[] data = new byte[2880];
        Arrays.fill(data, (byte) 0x5b);
        OnesComplement dataSum = new OnesComplement();
        dataSum.add(data, 0, data.length);
        FitsCards cards = FitsCards.of(header("A       =                    1"));
        byte[] sealed = cards.sealed(dataSum.value());
        OnesComplement whole = new OnesComplement();
        whole.add(sealed, 0, sealed.length);
        whole.add(data, 0, data.length);
        assertThat(whole.value()).isEqualTo(0xffffffffL);
        assertThat(cards.sealed(dataSum.value())).isEqualTo(sealed);
    }
}
