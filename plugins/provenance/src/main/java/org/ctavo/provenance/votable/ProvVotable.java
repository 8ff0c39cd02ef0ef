package org.ctavo.provenance.votable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.ctavo.provenance.model.Attribute;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.PublishedTables;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.model.Shape;
import org.ctavo.provenance.model.Shapes;
import org.ctavo.provenance.prov.Limits;
import org.ctavo.provenance.prov.Times;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.TableDescription;
import org.ctavo.spi.XmlEscapes;

/**
 * PROV-VOTABLE: one table a class or relation, as in schema provenance, with the utypes of the model. No standard
 * defines it; this form is DALI's (section 4.4): a resource of type results, QUERY_STATUS, then the tables.
 */
public final class ProvVotable {
    private static final Map<String, TableDescription> TABLES = PublishedTables.schema().tables().stream()
            .collect(
                    Collectors.toUnmodifiableMap(t -> t.name().substring("provenance.".length()), Function.identity()));

    private ProvVotable() {}

    /** Writes a document; the stream is left open. */
    public static void write(ProvDocument document, OutputStream stream) throws IOException {
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<VOTABLE version=\"1.4\""
                + " xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">\n<RESOURCE type=\"results\""
                + " utype=\"voprov:Provenance\">\n<INFO name=\"QUERY_STATUS\" value=\"OK\"/>\n");
        for (Shape<?> shape : Shapes.ALL) {
            table(shape, document, out);
        }
        out.write("</RESOURCE>\n</VOTABLE>\n");
        out.flush();
    }

    /**
     * Reads a document: tables told by their utype or name, columns by their name, the model's name or the utype. Other
     * tables and columns become remarks.
     *
     * @throws org.ctavo.spi.Fault with the line if it cannot be read or contradicts itself
     */
    public static Reading read(InputStream in, Limits limits) {
        return ProvVotableReader.read(in, limits);
    }

    private static <T extends ProvRecord> void table(Shape<T> shape, ProvDocument document, Writer out)
            throws IOException {
        List<T> rows = document.all(shape.type());
        if (rows.isEmpty()) {
            return;
        }
        TableDescription table = TABLES.get(shape.table());
        Map<String, ColumnDescription> columns =
                table.columns().stream().collect(Collectors.toMap(ColumnDescription::name, Function.identity()));
        out.write("<TABLE name=\"" + shape.table() + "\" utype=\""
                + XmlEscapes.attribute(table.utype().orElse("")) + "\" nrows=\"" + rows.size() + "\">\n<DESCRIPTION>"
                + XmlEscapes.text(table.description()) + "</DESCRIPTION>\n");
        for (Attribute<T> attribute : shape.attributes()) {
            field(columns.get(attribute.column()), isAscii(attribute, rows), out);
        }
        out.write("<DATA><TABLEDATA>\n");
        for (T row : rows) {
            out.write("<TR>");
            for (Attribute<T> attribute : shape.attributes()) {
                Object value = attribute.of(row);
                out.write(value == null ? "<TD/>" : "<TD>" + XmlEscapes.text(text(value)) + "</TD>");
            }
            out.write("</TR>\n");
        }
        out.write("</TABLEDATA></DATA>\n</TABLE>\n");
    }

    private static void field(ColumnDescription column, boolean isAscii, Writer out) throws IOException {
        out.write("<FIELD name=\"" + column.name() + "\" datatype=\"" + (isAscii ? "char" : "unicodeChar")
                + "\" arraysize=\"*\""
                + column.xtype().map(x -> " xtype=\"" + x + "\"").orElse("")
                + column.ucd().map(u -> " ucd=\"" + u + "\"").orElse("")
                + column.utype().map(u -> " utype=\"" + u + "\"").orElse("") + "><DESCRIPTION>"
                + XmlEscapes.text(column.description()) + "</DESCRIPTION></FIELD>\n");
    }

    /** VOTable's char is ASCII: a column with any other character must be of the other type. */
    private static <T> boolean isAscii(Attribute<T> attribute, List<T> rows) {
        return rows.stream()
                .map(attribute::of)
                .allMatch(value -> value == null || value.toString().chars().allMatch(c -> c < 128));
    }

    private static String text(Object value) {
        return value instanceof LocalDateTime time ? Times.text(time) : value.toString();
    }
}
