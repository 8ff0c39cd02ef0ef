package org.ctavo.ingest.simulation;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.ctavo.archive.fits.OnesComplement;

/** Writes one binary table with its checksums. Columns first, then rows, then {@link #write}. For one thread. */
final class TableWriter {
    private static final int BLOCK = 2880;

    private final HeaderText columns = new HeaderText();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final DataOutputStream cells = new DataOutputStream(data);
    private int fields;
    private long rows;

    /** Writes a primary HDU without data. */
    static void primary(OutputStream out) throws IOException {
        HeaderText header = new HeaderText()
                .flag("SIMPLE", true)
                .whole("BITPIX", 8)
                .whole("NAXIS", 0)
                .flag("EXTEND", true);
        out.write(header.bytes());
    }

    TableWriter column(String name, String form, String unit) {
        fields++;
        columns.text("TTYPE" + fields, name).text("TFORM" + fields, form);
        if (!unit.isEmpty()) {
            columns.text("TUNIT" + fields, unit);
        }
        return this;
    }

    /** Shape of the last column, fastest axis first. */
    TableWriter shape(int... axes) {
        String text = Arrays.toString(axes).replace(" ", "").replace('[', '(').replace(']', ')');
        columns.text("TDIM" + fields, text);
        return this;
    }

    TableWriter put(double value) {
        return cell(() -> cells.writeDouble(value));
    }

    TableWriter put(float value) {
        return cell(() -> cells.writeFloat(value));
    }

    TableWriter put(float[] values) {
        for (float value : values) {
            put(value);
        }
        return this;
    }

    TableWriter put(long value) {
        return cell(() -> cells.writeLong(value));
    }

    TableWriter put(String value, int width) {
        byte[] bytes = Arrays.copyOf(value.getBytes(StandardCharsets.US_ASCII), width);
        return cell(() -> cells.write(bytes));
    }

    TableWriter endRow() {
        rows++;
        return this;
    }

    /** Writes header and data. */
    void write(OutputStream out, String name, HeaderText keywords) throws IOException {
        int rowBytes = rows == 0 ? 0 : Math.toIntExact(data.size() / rows);
        byte[] body = Arrays.copyOf(data.toByteArray(), (data.size() + BLOCK - 1) / BLOCK * BLOCK);
        OnesComplement sum = new OnesComplement();
        sum.add(body, 0, body.length);
        long dataSum = sum.value();
        byte[] blank = header(name, keywords, rowBytes, dataSum, "0000000000000000");
        sum.add(blank, 0, blank.length);
        String checksum = OnesComplement.encoded(sum.value());
        out.write(header(name, keywords, rowBytes, dataSum, checksum));
        out.write(body);
    }

    private byte[] header(String name, HeaderText keywords, int rowBytes, long dataSum, String checksum) {
        return new HeaderText()
                .text("XTENSION", "BINTABLE")
                .whole("BITPIX", 8)
                .whole("NAXIS", 2)
                .whole("NAXIS1", rowBytes)
                .whole("NAXIS2", rows)
                .whole("PCOUNT", 0)
                .whole("GCOUNT", 1)
                .whole("TFIELDS", fields)
                .all(columns)
                .text("EXTNAME", name)
                .all(keywords)
                .text("DATASUM", Long.toString(dataSum))
                .text("CHECKSUM", checksum)
                .bytes();
    }

    private TableWriter cell(Cell cell) {
        try {
            cell.write();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("Memory takes everything.", e);
        }
    }

    private interface Cell {
        void write() throws IOException;
    }
}
