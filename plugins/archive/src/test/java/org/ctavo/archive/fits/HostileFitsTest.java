package org.ctavo.archive.fits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import org.ctavo.spi.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Headers that lie: each is refused with its reason, in no time and little memory. */
@Timeout(10)
class HostileFitsTest {
    @TempDir
    private Path directory;

    private static byte[] header(String... cards) {
        StringBuilder text = new StringBuilder();
        for (String card : cards) {
            text.append(card).append(" ".repeat(80 - card.length()));
        }
        text.append("END").append(" ".repeat(77));
        text.append(" ".repeat((2880 - text.length() % 2880) % 2880));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] primary() {
        return header(
                "SIMPLE  =                    T", "BITPIX  =                    8", "NAXIS   =                    0");
    }

    private static byte[] table(String... changed) {
        List<String> cards = new ArrayList<>(List.of(
                "XTENSION= 'BINTABLE'",
                "BITPIX  = 8",
                "NAXIS   = 2",
                "NAXIS1  = 8",
                "NAXIS2  = 2",
                "PCOUNT  = 0",
                "GCOUNT  = 1",
                "TFIELDS = 1",
                "TFORM1  = '1D'",
                "TTYPE1  = 'TIME'"));
        for (String change : changed) {
            String keyword = change.substring(0, 8);
            cards.replaceAll(card -> card.startsWith(keyword) ? change : card);
            if (cards.stream().noneMatch(card -> card.startsWith(keyword))) {
                cards.add(change);
            }
        }
        return header(cards.toArray(String[]::new));
    }

    private Path file(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return Files.write(directory.resolve("file.fits"), all.toByteArray());
    }

    private static int read(Path path) {
        int[] rows = {0};
        try (FitsFile file = FitsFile.open(path)) {
            for (Optional<Hdu> hdu = file.next(); hdu.isPresent(); hdu = file.next()) {
                hdu.get().table().ifPresent(layout -> file.rows(layout, row -> rows[0]++));
            }
            assertThat(file.seal().sha256()).hasSize(64);
        }
        return rows[0];
    }

    private void refused(FitsFault code, byte[]... parts) throws IOException {
        Path path = file(parts);
        assertThatThrownBy(() -> read(path)).isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code())
                .isEqualTo(code));
    }

    @Test
    void aGoodFileIsRead() throws IOException {
        assertThat(read(file(primary(), table(), new byte[2880]))).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "NAXIS2  = 9223372036854775807, DAMAGED",
        "NAXIS2  = -1, DAMAGED",
        "NAXIS2  = 100000000000, TRUNCATED",
        "NAXIS2  = many, DAMAGED",
        "NAXIS1  = 2147483647, DAMAGED",
        "NAXIS1  = 9, DAMAGED",
        "NAXIS   = 1000000, DAMAGED",
        "BITPIX  = 7, DAMAGED",
        "PCOUNT  = 9000000000000000000, DAMAGED",
        "GCOUNT  = 4000000000, TRUNCATED",
        "TFIELDS = 2147483647, DAMAGED",
        "TFIELDS = 2, DAMAGED",
        "TFORM1  = '999999999D', DAMAGED",
        "TFORM1  = '1Z', DAMAGED",
        "TFORM1  = '', DAMAGED",
        "DATASUM = '1', DAMAGED",
        "CHECKSUM= 'abcdefghijklmnop', DAMAGED",
    })
    void aTableThatLiesAboutItselfIsRefused(String card, FitsFault code) throws IOException {
        refused(code, primary(), table(card), new byte[2880]);
    }

    @Test
    void aHeaderWithoutEndIsRefused() throws IOException {
        byte[] endless = " ".repeat(2880).getBytes(StandardCharsets.ISO_8859_1);
        byte[] start = Arrays.copyOf(primary(), 2880);
        System.arraycopy("COMMENT ".repeat(10).getBytes(StandardCharsets.ISO_8859_1), 0, start, 240, 80);
        byte[][] parts = new byte[1100][];
        Arrays.fill(parts, endless);
        parts[0] = start;
        refused(FitsFault.DAMAGED, parts);
    }

    @Test
    void aHeaderWithOtherThanPrintableAsciiIsRefused() throws IOException {
        byte[] header = primary();
        header[300] = (byte) 0xb0;
        refused(FitsFault.DAMAGED, header);
    }

    @Test
    void whatFollowsTheLastHduMustBePadding() throws IOException {
        assertThat(read(file(primary(), table(), new byte[2880], new byte[2880])))
                .isEqualTo(2);
        byte[] rubbish = "rubbish".repeat(500).getBytes(StandardCharsets.ISO_8859_1);
        refused(FitsFault.DAMAGED, primary(), table(), new byte[2880], rubbish);
    }

    @Test
    void aThousandHdusAreEnough() throws IOException {
        byte[][] parts = new byte[1102][];
        Arrays.fill(parts, header("XTENSION= 'IMAGE'", "BITPIX  = 8", "NAXIS   = 0"));
        parts[0] = primary();
        refused(FitsFault.DAMAGED, parts);
    }

    @Test
    void zippedRubbishIsNotFits() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(new byte[100_000]);
        }
        refused(FitsFault.NOT_FITS, bytes.toByteArray());
    }

    @Test
    void aDirectoryOrAMissingFileCannotBeRead() {
        for (Path path : List.of(directory, directory.resolve("nothing"))) {
            assertThatThrownBy(() -> read(path)).isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code())
                    .isEqualTo(FitsFault.UNREADABLE));
        }
    }
}
