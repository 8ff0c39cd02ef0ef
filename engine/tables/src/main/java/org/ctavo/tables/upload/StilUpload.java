package org.ctavo.tables.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ctavo.spi.AsciiEscapes;
import org.ctavo.spi.Fault;
import org.ctavo.tables.TablesFault;
import uk.ac.starlink.ecsv.EcsvTableBuilder;
import uk.ac.starlink.fits.FitsTableBuilder;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.table.TableBuilder;
import uk.ac.starlink.table.formats.CsvTableBuilder;
import uk.ac.starlink.util.DataSource;
import uk.ac.starlink.util.FileDataSource;

/** A table in a file that STIL reads: FITS, whose text is ASCII by its standard, ECSV or CSV, both in UTF-8. */
final class StilUpload implements UploadedTable {
    private final Kind kind;
    private final StarTable table;
    private final List<UploadedColumn> columns;

    /** A table of a kind. */
    StilUpload(Path file, Kind kind, long most) {
        this.kind = kind;
        try {
            this.table = kind.builder().makeStarTable(kind.source(file), false, StoragePolicy.PREFER_DISK);
        } catch (IOException | RuntimeException e) {
            throw unreadable(kind, e);
        }
        List<UploadedColumn.Declared> declared = new ArrayList<>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            ColumnInfo info = table.getColumnInfo(i);
            if (elements(info) > most) {
                throw new Fault(
                        TablesFault.UPLOAD_NOT_READABLE,
                        "UPLOAD: column '" + kind.text(info.getName())
                                + "' claims cells larger than an upload may be.");
            }
            declared.add(declared(kind, info));
        }
        if (declared.isEmpty()) {
            throw new Fault(TablesFault.UPLOAD_NOT_READABLE, "UPLOAD: the table has no columns.");
        }
        this.columns = UploadedColumn.of(declared);
    }

    /** The formats. */
    enum Kind {
        FITS,
        ECSV,
        CSV;

        TableBuilder builder() {
            return switch (this) {
                case FITS -> new FitsTableBuilder();
                case ECSV -> new EcsvTableBuilder();
                case CSV -> csv();
            };
        }

        /** Columns need names: the first line has them, even where its words could be values. */
        private static TableBuilder csv() {
            CsvTableBuilder builder = new CsvTableBuilder();
            builder.setHasHeader(true);
            return builder;
        }

        /** The file's bytes; those of ECSV with escapes, since its reader takes each byte for a character. */
        DataSource source(Path file) throws IOException {
            return this == ECSV ? new EcsvSource(file) : new FileDataSource(file.toFile());
        }

        /** Text as it stands in the file; null for null. */
        String text(String read) {
            try {
                return this == ECSV ? AsciiEscapes.plain(read) : read;
            } catch (CharacterCodingException e) {
                throw notUtf8(e);
            }
        }

        /** The cells of a row as they stand in the file. */
        Object[] row(Object[] read) {
            try {
                return this == ECSV ? AsciiEscapes.plain(read) : read;
            } catch (CharacterCodingException e) {
                throw notUtf8(e);
            }
        }

        private static Fault notUtf8(CharacterCodingException cause) {
            return new Fault(
                    TablesFault.UPLOAD_NOT_READABLE,
                    "UPLOAD: the table is not in UTF-8, as ECSV must be; convert it, for example by iconv.",
                    cause);
        }
    }

    private static final class EcsvSource extends DataSource {
        private final Path file;

        EcsvSource(Path file) {
            this.file = file;
        }

        @Override
        protected InputStream getRawInputStream() throws IOException {
            return AsciiEscapes.escaping(new BufferedInputStream(Files.newInputStream(file)));
        }
    }

    private static Fault unreadable(Kind kind, Exception cause) {
        return new Fault(
                TablesFault.UPLOAD_NOT_READABLE,
                "UPLOAD: the table cannot be read as " + kind + "; tables are VOTable, FITS, ECSV or CSV.",
                cause);
    }

    private static long elements(ColumnInfo info) {
        long elements = Math.max(1, info.getElementSize());
        if (info.isArray()) {
            for (int length : info.getShape()) {
                elements = Math.min(Integer.MAX_VALUE, elements * Math.max(1L, length));
            }
        }
        return elements;
    }

    private static UploadedColumn.Declared declared(Kind kind, ColumnInfo info) {
        String name = kind.text(info.getName());
        Class<?> type = info.getContentClass();
        boolean array = type.isArray();
        Class<?> element = array ? type.getComponentType() : type;
        boolean text = element == String.class || element == Character.class;
        return new UploadedColumn.Declared(
                name == null ? "" : name,
                datatype(name, element),
                text || array ? Optional.of("*") : Optional.empty(),
                Optional.ofNullable(kind.text(info.getXtype())),
                Optional.ofNullable(kind.text(info.getUnitString())),
                Optional.ofNullable(kind.text(info.getUCD())),
                Optional.ofNullable(kind.text(info.getUtype())),
                Optional.ofNullable(kind.text(info.getDescription())).orElse(""));
    }

    private static String datatype(String name, Class<?> element) {
        return switch (element.getSimpleName()) {
            case "Boolean", "boolean" -> "boolean";
            case "Byte", "byte", "Short", "short" -> "short";
            case "Integer", "int" -> "int";
            case "Long", "long" -> "long";
            case "Float", "float" -> "float";
            case "Double", "double" -> "double";
            case "String", "Character" -> "unicodeChar";
            default -> throw new Fault(
                    TablesFault.UPLOAD_NOT_READABLE, "UPLOAD: column '" + name + "' is of a kind no table here has.");
        };
    }

    @Override
    public List<UploadedColumn> columns() {
        return columns;
    }

    @Override
    public void rows(RowSink sink) throws IOException {
        try (RowSequence rows = table.getRowSequence()) {
            while (rows.next()) {
                sink.row(kind.row(rows.getRow()));
            }
        } catch (RuntimeException e) {
            if (e instanceof Fault) {
                throw e;
            }
            throw new Fault(TablesFault.UPLOAD_NOT_READABLE, "UPLOAD: the table's rows cannot be read.", e);
        }
    }
}
