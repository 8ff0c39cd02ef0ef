package org.ctavo.tables.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.ctavo.spi.Fault;
import org.ctavo.tables.TablesFault;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the first table of a VOTable: its fields, and its rows if a sink wants them. Stops at its end by a
 * {@link Done}. For one reading.
 */
final class VOTableHandler extends DefaultHandler implements AutoCloseable {
    private static final int MOST_FIELDS = 1000;
    private static final int LONGEST_CELL = 1 << 26;

    private final RowSink sink;
    private final long most;
    private final List<Field> fields = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean inTable;
    private boolean inField;
    private boolean collecting;
    private String serialization = "";
    private StreamedData stream;
    private Object[] row;
    private int cell;
    private long rows;

    /** Ends the reading of a document of which no more is wanted. */
    static final class Done extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A handler.
     *
     * @param sink takes the rows; null to stop when the fields are known
     * @param most bytes of a row
     */
    VOTableHandler(RowSink sink, long most) {
        this.sink = sink;
        this.most = most;
    }

    List<Field> fields() {
        return List.copyOf(fields);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        switch (localName) {
            case "TABLE" -> inTable = true;
            case "FIELD" -> field(attributes);
            case "VALUES" -> nullValue(attributes);
            case "DESCRIPTION" -> collect();
            case "DATA" -> data();
            case "TABLEDATA", "BINARY", "BINARY2", "FITS" -> serialization = localName;
            case "TR" -> {
                row = new Object[fields.size()];
                cell = 0;
            }
            case "TD" -> collect();
            case "STREAM" -> stream(attributes);
            default -> {
                // Of no meaning to a table's content.
            }
        }
    }

    private void field(Attributes attributes) {
        if (inTable) {
            if (fields.size() == MOST_FIELDS) {
                throw bad("a table may have " + MOST_FIELDS + " columns, and no more");
            }
            fields.add(Field.of(attributes));
            inField = true;
        }
    }

    private void nullValue(Attributes attributes) {
        if (inField) {
            replace(last().withNull(attributes.getValue("null")));
        }
    }

    private void data() throws SAXException {
        if (inTable && sink == null) {
            throw new Done();
        }
    }

    private void stream(Attributes attributes) {
        if (attributes.getValue("href") != null) {
            throw bad("the data lie elsewhere (STREAM href); send them within the table");
        }
        if (!"base64".equals(attributes.getValue("encoding"))) {
            throw bad("the STREAM's encoding is not base64");
        }
        try {
            stream = serialization.equals("FITS")
                    ? new StreamedFits(fields.size(), this::row, most)
                    : new StreamedRows(new BinaryCells(fields(), serialization.equals("BINARY2")), this::row, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collect() {
        text.setLength(0);
        collecting = true;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (stream != null) {
            try {
                stream.characters(characters, start, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else if (collecting) {
            if (text.length() + length > LONGEST_CELL) {
                throw bad("a cell is longer than " + LONGEST_CELL + " characters");
            }
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        try {
            switch (localName) {
                case "DESCRIPTION" -> {
                    if (inField) {
                        replace(last().withDescription(text.toString()));
                    }
                }
                case "FIELD" -> inField = false;
                case "TD" -> cell();
                case "TR" -> row(row);
                case "STREAM" -> stream.end();
                case "TABLE" -> {
                    if (inTable) {
                        throw new Done();
                    }
                }
                default -> {
                    // Nothing ends with it.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        collecting = false;
    }

    private void cell() {
        if (cell == row.length) {
            throw bad("row " + (rows + 1) + " has more cells than there are columns");
        }
        Field field = fields.get(cell);
        try {
            row[cell++] = CellText.value(field, text.toString());
        } catch (NumberFormatException e) {
            throw new Fault(
                    TablesFault.UPLOAD_NOT_READABLE,
                    "UPLOAD: row " + (rows + 1) + ", column '"
                            + field.declared().name() + "': no value of the datatype " + field.datatype() + ".",
                    e);
        }
    }

    private void row(Object[] values) throws IOException {
        rows++;
        sink.row(values);
    }

    private Field last() {
        return fields.get(fields.size() - 1);
    }

    private void replace(Field field) {
        fields.set(fields.size() - 1, field);
    }

    private static Fault bad(String what) {
        return new Fault(TablesFault.UPLOAD_NOT_READABLE, "UPLOAD: " + what + ".");
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
    }
}
