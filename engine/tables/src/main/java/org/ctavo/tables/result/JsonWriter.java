package org.ctavo.tables.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.tap.result.Ending;
import org.ctavo.tap.result.OutputColumn;
import org.ctavo.tap.result.ResultDescription;
import org.ctavo.tap.result.ResultWriter;

/**
 * A result as one JSON object: {@code columns} with their metadata, {@code data} with an array for each row, and
 * {@code status} after them, since only then it is known. Numbers that JSON cannot hold (NaN, infinities) are null.
 */
final class JsonWriter implements ResultWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int CHUNK = 1 << 16;

    private final ResultDescription result;
    private final BinaryRow rows;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(CHUNK + 4096);
    private final JsonGenerator json;

    JsonWriter(ResultDescription result) {
        this.result = result;
        this.rows = new BinaryRow(result);
        try {
            this.json = JSON.createGenerator(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] head() {
        try {
            json.writeStartObject();
            json.writeArrayFieldStart("columns");
            for (OutputColumn column : result.columns().list()) {
                column(column);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("data");
            json.flush();
            byte[] head = buffer.toByteArray();
            buffer.reset();
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void column(OutputColumn column) throws IOException {
        ColumnDescription description = column.description();
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("datatype", description.datatype());
        optional("arraysize", description.arraysize().orElse(""));
        optional("xtype", description.xtype().orElse(""));
        optional("unit", description.unit().orElse(""));
        optional("ucd", description.ucd().orElse(""));
        optional("utype", description.utype().orElse(""));
        optional("description", description.description());
        json.writeEndObject();
    }

    private void optional(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    @Override
    public byte[] filler() {
        return new byte[] {' '};
    }

    @Override
    public void row(byte[] message, int offset, OutputStream out) throws IOException {
        json.writeStartArray();
        for (Object value : rows.values(message, offset)) {
            value(value);
        }
        json.writeEndArray();
        if (buffer.size() > CHUNK) {
            flush(out);
        }
    }

    private void value(Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (!Double.isFinite(number)) {
                json.writeNull();
            } else if (value instanceof Float single) {
                json.writeNumber(single);
            } else {
                json.writeNumber(number);
            }
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value.getClass().isArray()) {
            json.writeStartArray();
            for (int i = 0; i < Array.getLength(value); i++) {
                value(Array.get(value, i));
            }
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }

    private void flush(OutputStream out) throws IOException {
        json.flush();
        buffer.writeTo(out);
        buffer.reset();
    }

    @Override
    public void end(Ending ending, OutputStream out) throws IOException {
        json.writeEndArray();
        if (ending instanceof Ending.Failed failed) {
            json.writeStringField("status", "ERROR");
            json.writeStringField("message", failed.message());
        } else {
            json.writeStringField("status", ending instanceof Ending.Overflow ? "OVERFLOW" : "OK");
        }
        json.writeEndObject();
        flush(out);
    }

    @Override
    public void close() {
        try {
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
