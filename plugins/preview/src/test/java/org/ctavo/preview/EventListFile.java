package org.ctavo.preview;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * Writes event lists for tests, row by row.
 *
 * @param obsId OBS_ID
 * @param object OBJECT
 * @param ra RA_PNT
 * @param dec DEC_PNT
 * @param good good times in seconds
 * @param events how many
 * @param row the events: time, right ascension, declination, energy in TeV
 */
public record EventListFile(
        long obsId,
        String object,
        double ra,
        double dec,
        List<double[]> good,
        long events,
        LongFunction<double[]> row) {
    /** A good time to begin: seconds after the reference time. */
    public static final double START = 700_000_000;

    private static final int BLOCK = 2880;

    /** Writes the file. */
    public Path write(Path file) {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            Header primary = new Header();
            primary.card("SIMPLE", "T").card("BITPIX", "8").card("NAXIS", "0").card("EXTEND", "T");
            out.write(primary.bytes());
            Header table = Header.table("EVENTS", 32, events, "TIME D s", "RA D deg", "DEC D deg", "ENERGY D TeV");
            table.text("OBJECT", object).card("OBS_ID", Long.toString(obsId)).text("TELESCOP", "TEST");
            table.card("RA_PNT", Double.toString(ra)).card("DEC_PNT", Double.toString(dec));
            table.card("RA_OBJ", Double.toString(ra)).card("DEC_OBJ", Double.toString(dec));
            table.card("TSTART", Double.toString(good.get(0)[0]));
            table.card("TSTOP", Double.toString(good.get(good.size() - 1)[1]));
            out.write(table.bytes());
            for (long i = 0; i < events; i++) {
                for (double value : row.apply(i)) {
                    out.writeDouble(value);
                }
            }
            pad(out, 32 * events);
            out.write(Header.table("GTI", 16, good.size(), "START D s", "STOP D s")
                    .bytes());
            for (double[] interval : good) {
                out.writeDouble(interval[0]);
                out.writeDouble(interval[1]);
            }
            pad(out, 16L * good.size());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pad(DataOutputStream out, long written) throws IOException {
        out.write(new byte[(int) ((BLOCK - written % BLOCK) % BLOCK)]);
    }

    private static final class Header {
        private final List<String> cards = new ArrayList<>();

        static Header table(String name, int rowBytes, long rows, String... columns) {
            Header header = new Header()
                    .text("XTENSION", "BINTABLE")
                    .card("BITPIX", "8")
                    .card("NAXIS", "2");
            header.card("NAXIS1", Integer.toString(rowBytes)).card("NAXIS2", Long.toString(rows));
            header.card("PCOUNT", "0").card("GCOUNT", "1").card("TFIELDS", Integer.toString(columns.length));
            for (int i = 1; i <= columns.length; i++) {
                String[] words = columns[i - 1].split(" ", -1);
                header.text("TTYPE" + i, words[0]).text("TFORM" + i, words[1]).text("TUNIT" + i, words[2]);
            }
            header.text("EXTNAME", name)
                    .text("HDUCLAS1", name)
                    .card("MJDREFI", "51544")
                    .card("MJDREFF", "0.5");
            return header.text("TIMESYS", "TT").text("TIMEUNIT", "s").text("RADECSYS", "ICRS");
        }

        Header text(String keyword, String value) {
            return card(keyword, String.format(Locale.ROOT, "'%-8s'", value));
        }

        Header card(String keyword, String value) {
            cards.add(String.format(Locale.ROOT, "%-80s", String.format(Locale.ROOT, "%-8s= %20s", keyword, value)));
            return this;
        }

        byte[] bytes() {
            String text = String.join("", cards) + String.format(Locale.ROOT, "%-80s", "END");
            int blocks = (text.length() + BLOCK - 1) / BLOCK;
            return String.format(Locale.ROOT, "%-" + blocks * BLOCK + "s", text).getBytes(StandardCharsets.US_ASCII);
        }
    }
}
