package org.ctavo.schema.writing;

import java.util.List;
import java.util.Optional;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;
import org.ctavo.spi.XmlEscapes;

/** Writes descriptions as a VODataService tableset; principal columns carry a flag of that name. */
public final class TablesetWriter {
    private static final String BEGIN =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <vosi:tableset xmlns:vosi="http://www.ivoa.net/xml/VOSITables/v1.0"
                xmlns:vs="http://www.ivoa.net/xml/VODataService/v1.1"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            """;

    private final StringBuilder xml = new StringBuilder(BEGIN);

    private TablesetWriter() {}

    /** The document; ends with a line break. */
    public static String tableset(List<SchemaDescription> schemas) {
        TablesetWriter writer = new TablesetWriter();
        schemas.forEach(writer::schema);
        return writer.xml.append("</vosi:tableset>\n").toString();
    }

    private void schema(SchemaDescription schema) {
        line(1, "<schema>");
        element(2, "name", schema.name());
        element(2, "description", schema.description());
        optional(2, "utype", schema.utype());
        schema.tables().forEach(this::table);
        line(1, "</schema>");
    }

    private void table(TableDescription table) {
        line(2, table.isView() ? "<table type=\"view\">" : "<table type=\"table\">");
        element(3, "name", table.name());
        element(3, "description", table.description());
        optional(3, "utype", table.utype());
        table.columns().forEach(this::column);
        table.foreignKeys().forEach(this::key);
        line(2, "</table>");
    }

    private void column(ColumnDescription column) {
        line(3, column.std() ? "<column std=\"true\">" : "<column>");
        element(4, "name", column.name());
        element(4, "description", column.description());
        optional(4, "unit", column.unit());
        optional(4, "ucd", column.ucd());
        optional(4, "utype", column.utype());
        line(
                4,
                "<dataType xsi:type=\"vs:VOTableType\"" + attribute("arraysize", column.arraysize())
                        + attribute("extendedType", column.xtype()) + ">" + column.datatype() + "</dataType>");
        if (column.principal()) {
            line(4, "<flag>principal</flag>");
        }
        line(3, "</column>");
    }

    private void key(ForeignKey key) {
        line(3, "<foreignKey>");
        element(4, "targetTable", key.targetTable());
        for (ForeignKey.ColumnPair pair : key.columns()) {
            line(4, "<fkColumn>");
            element(5, "fromColumn", pair.from());
            element(5, "targetColumn", pair.target());
            line(4, "</fkColumn>");
        }
        if (!key.description().isEmpty()) {
            element(4, "description", key.description());
        }
        optional(4, "utype", key.utype());
        line(3, "</foreignKey>");
    }

    private static String attribute(String name, Optional<String> value) {
        return value.map(text -> " " + name + "=\"" + XmlEscapes.attribute(text) + "\"")
                .orElse("");
    }

    private void optional(int depth, String name, Optional<String> text) {
        text.ifPresent(value -> element(depth, name, value));
    }

    private void element(int depth, String name, String text) {
        line(depth, "<" + name + ">" + XmlEscapes.text(text) + "</" + name + ">");
    }

    private void line(int depth, String text) {
        xml.append("  ".repeat(depth)).append(text).append('\n');
    }
}
