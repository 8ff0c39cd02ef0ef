package org.ctavo.tables.upload;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;

import org.ctavo.adql.type.PgType;
import org.ctavo.spi.Fault;
import org.ctavo.tables.TablesFault;
import org.ctavo.tap.result.Regions;
import org.postgresql.copy.CopyIn;

/** Sends rows to PostgreSQL as COPY's binary format, in pieces. For one thread. */
final class CopyRows implements RowSink {
    private static final int CHUNK = 1 << 16;
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private final List<UploadedColumn> columns;
    private final CopyIn copy;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK + 4096);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private long rows;

    CopyRows(List<UploadedColumn> columns, CopyIn copy) throws IOException {
        this.columns = columns;
        this.copy = copy;
        out.write(SIGNATURE);
    }

    @Override
    public void row(Object[] values) throws IOException {
        rows++;
        out.writeShort(columns.size());
        for (int i = 0; i < values.length; i++) {
            field(columns.get(i), values[i]);
        }
        if (bytes.size() > CHUNK) {
            send();
        }
    }

    void end() throws IOException, SQLException {
        out.writeShort(-1);
        send();
        copy.endCopy();
    }

    private void send() throws IOException {
        try {
            copy.writeToCopy(bytes.toByteArray(), 0, bytes.size());
        } catch (SQLException e) {
            throw new IOException(e);
        }
        bytes.reset();
    }

    private void field(UploadedColumn column, Object value) throws IOException {
        // A region or moment that is written as text has no other way to be absent.
        boolean absent = column.type() != PgType.TEXT && value instanceof String text && text.isBlank();
        if (value == null || absent) {
            out.writeInt(-1);
            return;
        }
        try {
            switch (column.type()) {
                case BOOL -> {
                    out.writeInt(1);
                    out.writeByte((Boolean) value ? 1 : 0);
                }
                case INT2 -> {
                    out.writeInt(2);
                    out.writeShort(((Number) value).shortValue());
                }
                case INT4 -> {
                    out.writeInt(4);
                    out.writeInt(((Number) value).intValue());
                }
                case INT8 -> {
                    out.writeInt(8);
                    out.writeLong(((Number) value).longValue());
                }
                case FLOAT4 -> {
                    out.writeInt(4);
                    out.writeFloat(((Number) value).floatValue());
                }
                case FLOAT8 -> {
                    out.writeInt(8);
                    out.writeDouble(((Number) value).doubleValue());
                }
                case TEXT -> text(value);
                case TIMESTAMP -> moment(value.toString().strip());
                case BYTEA -> bytea(value);
                default -> array(column.type(), value instanceof String text ? Regions.numbers(text) : value);
            }
        } catch (IllegalArgumentException | ClassCastException | DateTimeException e) {
            throw new Fault(
                    TablesFault.UPLOAD_NOT_READABLE,
                    "UPLOAD: row " + rows + ", column " + column.description().name() + ": not a value of this column"
                            + (e instanceof IllegalArgumentException ? " (" + e.getMessage() + ")" : "") + ".",
                    e);
        }
    }

    /** PostgreSQL's text holds no null character. */
    private void text(Object value) throws IOException {
        String text = value instanceof String[] parts ? String.join("", parts) : value.toString();
        byte[] utf8 = text.replace("\0", "").getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private void moment(String text) throws IOException {
        out.writeInt(8);
        out.writeLong(Moments.micros(text));
    }

    private void bytea(Object value) throws IOException {
        int length = Array.getLength(value);
        out.writeInt(length);
        for (int i = 0; i < length; i++) {
            out.writeByte(Array.getInt(value, i));
        }
    }

    private void array(PgType type, Object value) throws IOException {
        int length = Array.getLength(value);
        int size =
                switch (type) {
                    case BOOL_ARRAY -> 1;
                    case INT2_ARRAY -> 2;
                    case INT4_ARRAY, FLOAT4_ARRAY -> 4;
                    default -> 8;
                };
        out.writeInt(length == 0 ? 12 : 20 + length * (4 + size));
        out.writeInt(length == 0 ? 0 : 1);
        out.writeInt(0);
        out.writeInt(oid(type));
        if (length > 0) {
            out.writeInt(length);
            out.writeInt(1);
        }
        for (int i = 0; i < length; i++) {
            out.writeInt(size);
            switch (type) {
                case BOOL_ARRAY -> out.writeByte(Array.getBoolean(value, i) ? 1 : 0);
                case INT2_ARRAY -> out.writeShort(Array.getShort(value, i));
                case INT4_ARRAY -> out.writeInt(Array.getInt(value, i));
                case INT8_ARRAY -> out.writeLong(Array.getLong(value, i));
                case FLOAT4_ARRAY -> out.writeFloat(Array.getFloat(value, i));
                default -> out.writeDouble(Array.getDouble(value, i));
            }
        }
    }

    /** Object identifiers of the elements' types, fixed in PostgreSQL's catalogue. */
    private static int oid(PgType type) {
        return switch (type) {
            case BOOL_ARRAY -> 16;
            case INT8_ARRAY -> 20;
            case INT2_ARRAY -> 21;
            case INT4_ARRAY -> 23;
            case FLOAT4_ARRAY -> 700;
            default -> 701;
        };
    }
}
