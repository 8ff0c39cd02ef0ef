package org.ctavo.tables.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.SettingValues;
import org.ctavo.tables.TablesFault;
import org.ctavo.tap.query.UploadReader;
import org.ctavo.tap.query.UploadedTables;

/**
 * Takes uploads: within the request or by their address, as VOTable, FITS, ECSV or CSV, gzip'ed or not. Content goes
 * to temporary files first, so that a slow sender holds no connection of the database. Safe for use by any number of
 * threads; close it with the service.
 */
public final class TableUploads implements UploadReader, AutoCloseable {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int SNIFF = 64;

    private final long mostBytes;
    private final int mostTables;
    private final Fetcher fetcher;

    /** Uploads within the limits of {@link UploadSettings}. */
    public TableUploads(SettingValues settings) {
        this.mostBytes = settings.value(UploadSettings.MOST_BYTES);
        this.mostTables = settings.value(UploadSettings.MOST_TABLES);
        this.fetcher = new Fetcher(
                settings.value(UploadSettings.FETCH_TIME), mostBytes, settings.value(UploadSettings.PRIVATE_ADDRESSES));
    }

    @Override
    public Optional<Long> limit() {
        return Optional.of(mostBytes);
    }

    @Override
    public UploadedTables read(Parameters parameters, Function<String, Optional<Exchange.Part>> parts)
            throws IOException {
        List<UploadName> uploads = UploadName.all(parameters, mostTables);
        if (uploads.isEmpty()) {
            return UploadedTables.NONE;
        }
        TemporaryTables tables = new TemporaryTables();
        try {
            for (UploadName upload : uploads) {
                tables.add(upload.table(), table(upload, parts, tables));
            }
            return tables;
        } catch (IOException | RuntimeException e) {
            tables.close();
            throw e;
        }
    }

    private UploadedTable table(
            UploadName upload, Function<String, Optional<Exchange.Part>> parts, TemporaryTables tables)
            throws IOException {
        Path file = temporary(tables);
        if (upload.source().getScheme().equalsIgnoreCase("param")) {
            String name = upload.source().getSchemeSpecificPart();
            Exchange.Part part = parts.apply(name)
                    .orElseThrow(() -> new Fault(
                            TablesFault.BAD_UPLOAD_PARAMETER,
                            "UPLOAD: table " + upload.table() + " is to come as the part '" + name
                                    + "' of the request (multipart/form-data), which is not there."));
            try (InputStream in = part.open()) {
                save(in, file);
            }
        } else {
            fetcher.fetch(upload.source(), file);
        }
        return open(unpacked(file, tables));
    }

    private static Path temporary(TemporaryTables tables) throws IOException {
        Path file = Files.createTempFile("cta-vo-upload", ".table");
        tables.own(file);
        return file;
    }

    private void save(InputStream in, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            new CountedInput(in, mostBytes).transferTo(out);
        }
    }

    private Path unpacked(Path file, TemporaryTables tables) throws IOException {
        byte[] start = start(file);
        if (start.length < 2 || (start[0] & 0xff) != GZIP_FIRST || (start[1] & 0xff) != GZIP_SECOND) {
            return file;
        }
        Path plain = temporary(tables);
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            save(in, plain);
        } catch (ZipException | java.io.EOFException e) {
            throw new Fault(TablesFault.UPLOAD_NOT_READABLE, "UPLOAD: the compressed table is damaged.", e);
        }
        return plain;
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SNIFF);
        }
    }

    private UploadedTable open(Path file) throws IOException {
        byte[] start = start(file);
        if (start.length == 0) {
            throw new Fault(TablesFault.UPLOAD_NOT_READABLE, "UPLOAD: the table is empty.");
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("SIMPLE  =")) {
            return new StilUpload(file, StilUpload.Kind.FITS, mostBytes);
        }
        if (text.startsWith("# %ECSV")) {
            return new StilUpload(file, StilUpload.Kind.ECSV, mostBytes);
        }
        // XML may begin with a byte order mark, or be UTF-16.
        if (text.replaceAll("[\\s\\u0000\\u00EF\\u00BB\\u00BF\\u00FE\\u00FF]", "")
                .startsWith("<")) {
            return new VOTableUpload(file, mostBytes);
        }
        return new StilUpload(file, StilUpload.Kind.CSV, mostBytes);
    }

    @Override
    public void close() throws IOException {
        fetcher.close();
    }
}
