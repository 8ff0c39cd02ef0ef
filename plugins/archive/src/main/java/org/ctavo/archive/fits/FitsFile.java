package org.ctavo.archive.fits;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import nom.tam.fits.Header;
import nom.tam.util.FitsInputStream;
import org.ctavo.spi.Fault;

/**
 * A FITS file, plain or gzip'ed, read once from front to back. Call {@link #next()} until it is empty, reading the rows
 * of the tables that matter; then {@link #seal()}. Every method throws a {@link Fault} of {@link FitsFault} with the
 * reason where the file is not what it should be. For one thread; close it.
 */
public final class FitsFile implements AutoCloseable {
    private static final int BLOCK = BlockInput.BLOCK;
    private static final int CARD = 80;

    /** A header of 36,000 cards; the longest known has some 300. */
    private static final int MOST_HEADER_BLOCKS = 1000;

    private static final int MOST_HDUS = 1000;

    private static final int COPY_BUFFER = 1 << 15;

    /**
     * What is known of a file that was read to its end.
     *
     * @param bytes its size as stored
     * @param sha256 of its bytes as stored, in hexadecimal
     */
    public record Seal(long bytes, String sha256) {}

    private final BlockInput input;
    private int index;
    private DataUnit data;
    private byte[] header = new byte[0];
    private long dataBytes;

    private FitsFile(BlockInput input) {
        this.input = input;
    }

    /** Opens a file. */
    public static FitsFile open(Path file) {
        return new FitsFile(BlockInput.open(file));
    }

    /** The next HDU, once what is left of the previous one was read and its checksums found right. */
    public Optional<Hdu> next() {
        if (data != null) {
            data.finish();
        }
        OnesComplement sum = new OnesComplement();
        Optional<byte[]> bytes = headerBytes(sum);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        if (index >= MOST_HDUS) {
            throw new Fault(FitsFault.DAMAGED, "The file has more than " + MOST_HDUS + " HDUs.");
        }
        header = bytes.get();
        FitsHeader keywords = parse(header);
        dataBytes = HduSize.dataBytes(keywords);
        data = new DataUnit(input, keywords, dataBytes, sum, "HDU " + index);
        boolean isTable = index > 0 && keywords.text("XTENSION").orElse("").equals("BINTABLE");
        return Optional.of(
                new Hdu(index++, keywords, isTable ? Optional.of(TableLayout.of(keywords)) : Optional.empty()));
    }

    /** The header of the HDU just returned by {@link #next()}, as it is stored: whole blocks. */
    public byte[] headerBytes() {
        return header.clone();
    }

    /** How many bytes of data the HDU just returned by {@link #next()} has, without padding. */
    public long dataBytes() {
        return dataBytes;
    }

    /** So many bytes with the padding that makes them whole blocks. */
    public static long padded(long bytes) {
        return (bytes + BLOCK - 1) / BLOCK * BLOCK;
    }

    /**
     * Hands on some of the data of the HDU just returned by {@link #next()}, from where reading them stopped, as they
     * are stored.
     *
     * @param bytes not beyond the data and their padding
     * @param out not closed
     * @throws IOException if it cannot be written to
     */
    public void copy(long bytes, OutputStream out) throws IOException {
        byte[] buffer = new byte[(int) Math.min(bytes, COPY_BUFFER)];
        long left = bytes;
        while (left > 0) {
            int part = (int) Math.min(left, buffer.length);
            data.read(buffer, part);
            out.write(buffer, 0, part);
            left -= part;
        }
    }

    /** Reads the rows of the table just returned by {@link #next()}. */
    public void rows(TableLayout layout, Consumer<TableRow> reader) {
        byte[] row = new byte[layout.rowBytes()];
        TableRow view = new TableRow(ByteBuffer.wrap(row));
        for (long i = 0; i < layout.rows(); i++) {
            data.read(row);
            reader.accept(view);
        }
    }

    /**
     * Leaves out the data of the HDU just returned by {@link #next()}, unread and unchecked. For a look at the headers
     * of a file that the archive has read before; there is no {@link #seal()} afterwards.
     */
    public void skip() {
        data.skip();
    }

    /** Reads to the end of the file and says what was there. */
    public Seal seal() {
        Optional<Hdu> rest;
        do {
            rest = next();
        } while (rest.isPresent());
        input.drain();
        return new Seal(input.storedBytes(), input.sha256Hex());
    }

    /** Whether a file begins as FITS does, be it gzip'ed; false if it cannot be read. */
    public static boolean looksLikeFits(Path file) {
        byte[] start = new byte[9];
        try (BlockInput input = BlockInput.open(file)) {
            return input.read(start, 0, start.length) == start.length
                    && new String(start, StandardCharsets.ISO_8859_1).equals("SIMPLE  =");
        } catch (Fault e) {
            return false;
        }
    }

    private Optional<byte[]> headerBytes(OnesComplement sum) {
        ByteArrayOutputStream header = new ByteArrayOutputStream(4 * BLOCK);
        byte[] block = new byte[BLOCK];
        for (int blocks = 0; blocks < MOST_HEADER_BLOCKS; blocks++) {
            int got = input.read(block, 0, BLOCK);
            if (blocks == 0) {
                if (index > 0 && (got == 0 || isPadding(block, got))) {
                    return Optional.empty();
                }
                checkStart(block, got);
            }
            if (got < BLOCK) {
                throw new Fault(FitsFault.TRUNCATED, "The file ends within the header of HDU " + index + ".");
            }
            checkText(block);
            sum.add(block, 0, BLOCK);
            header.write(block, 0, BLOCK);
            if (hasEnd(block)) {
                return Optional.of(header.toByteArray());
            }
        }
        throw new Fault(FitsFault.DAMAGED, "The header of HDU " + index + " has no end.");
    }

    private static boolean isPadding(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            if (block[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private void checkStart(byte[] block, int length) {
        String start = new String(block, 0, Math.min(length, 9), StandardCharsets.ISO_8859_1);
        String wanted = index == 0 ? "SIMPLE  =" : "XTENSION=";
        if (start.equals(wanted)) {
            return;
        }
        if (index == 0) {
            boolean cut = !start.isEmpty() && wanted.startsWith(start);
            throw new Fault(
                    cut ? FitsFault.TRUNCATED : FitsFault.NOT_FITS,
                    cut ? "The file ends within its first header." : "The file is not FITS.");
        }
        throw new Fault(FitsFault.DAMAGED, "What follows HDU " + (index - 1) + " is not a FITS extension.");
    }

    /** Headers are restricted to printable ASCII (section 3.2 of the standard): most damage shows here. */
    private void checkText(byte[] block) {
        for (byte b : block) {
            if (b < 32 || b > 126) {
                throw new Fault(
                        FitsFault.DAMAGED, "The header of HDU " + index + " holds a character FITS does not allow.");
            }
        }
    }

    private static boolean hasEnd(byte[] block) {
        for (int card = 0; card < BLOCK; card += CARD) {
            if (new String(block, card, CARD, StandardCharsets.ISO_8859_1)
                    .stripTrailing()
                    .equals("END")) {
                return true;
            }
        }
        return false;
    }

    private FitsHeader parse(byte[] bytes) {
        Set<String> repeated = CardSyntax.check(bytes, "HDU " + index);
        try (FitsInputStream in = new FitsInputStream(new ByteArrayInputStream(bytes))) {
            return new FitsHeader(Header.readHeader(in), repeated);
        } catch (IOException | nom.tam.fits.FitsException | IllegalArgumentException e) {
            throw new Fault(FitsFault.DAMAGED, "The header of HDU " + index + " cannot be read.", e);
        }
    }

    @Override
    public void close() {
        input.close();
    }
}
