package org.ctavo.schema.load;

import java.io.IOException;
import java.util.Optional;

import org.ctavo.schema.relational.Column;
import org.ctavo.schema.relational.Table;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.XmlEscapes;

/** Writes VOTable 1.4, rows as TABLEDATA. */
final class VotableWriter implements RowWriter {
    @Override
    public void begin(Appendable out, Table table) throws IOException {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">\n<RESOURCE>\n");
        out.append("<TABLE name=\"").append(table.name()).append("\">\n<DESCRIPTION>");
        out.append(XmlEscapes.text(table.description())).append("</DESCRIPTION>\n");
        for (Column column : table.columns()) {
            field(out, column.description());
        }
        out.append("<DATA>\n<TABLEDATA>\n");
    }

    private static void field(Appendable out, ColumnDescription column) throws IOException {
        out.append("<FIELD name=\"").append(column.name()).append("\" datatype=\"");
        out.append(column.datatype()).append('"');
        attribute(out, "arraysize", column.arraysize());
        attribute(out, "xtype", column.xtype());
        attribute(out, "unit", column.unit());
        attribute(out, "ucd", column.ucd());
        attribute(out, "utype", column.utype());
        out.append("><DESCRIPTION>")
                .append(XmlEscapes.text(column.description()))
                .append("</DESCRIPTION></FIELD>\n");
    }

    private static void attribute(Appendable out, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            out.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(XmlEscapes.attribute(value.get()))
                    .append('"');
        }
    }

    @Override
    public void row(Appendable out, String[] cells) throws IOException {
        out.append("<TR>");
        for (String cell : cells) {
            out.append(cell == null ? "<TD/>" : "<TD>" + XmlEscapes.text(cell) + "</TD>");
        }
        out.append("</TR>\n");
    }

    @Override
    public void end(Appendable out) throws IOException {
        out.append("</TABLEDATA>\n</DATA>\n</TABLE>\n</RESOURCE>\n</VOTABLE>\n");
    }
}
