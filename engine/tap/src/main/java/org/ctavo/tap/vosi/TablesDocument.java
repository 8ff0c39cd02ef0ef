package org.ctavo.tap.vosi;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.ForeignKey;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.TableDescription;
import org.ctavo.spi.XmlText;
import org.ctavo.tap.schema.MetadataSnapshot;

/** What is published, as VOSI describes it (VOSI 1.1, section 4; VODataService 1.2, section 3.3). */
public final class TablesDocument {
    private static final String NAMESPACES =
            " xmlns:vosi=\"http://www.ivoa.net/xml/VOSITables/v1.0\" xmlns:vs=\"http://www.ivoa.net/xml/VODataService/v1.1\""
                    + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    private TablesDocument() {}

    /**
     * All tables.
     *
     * @param detailed whether with their columns and keys
     */
    public static String all(MetadataSnapshot snapshot, boolean detailed) {
        XmlText xml = new XmlText(1 << 16).raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<vosi:tableset");
        xml.raw(NAMESPACES).raw(">\n");
        for (SchemaDescription schema : snapshot.schemas()) {
            xml.raw("<schema>\n")
                    .element("name", schema.name())
                    .optionalElement("description", schema.description())
                    .optionalElement("utype", schema.utype().orElse(null));
            for (TableDescription table : schema.tables()) {
                xml.raw("<table").attribute("type", type(table)).raw(">\n");
                content(xml, table, detailed);
                xml.raw("</table>\n");
            }
            xml.raw("</schema>\n");
        }
        return xml.raw("</vosi:tableset>\n").toString();
    }

    /** One table with all its details. */
    public static String one(TableDescription table) {
        XmlText xml = new XmlText(1 << 14).raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<vosi:table");
        xml.raw(NAMESPACES).attribute("type", type(table)).raw(">\n");
        content(xml, table, true);
        return xml.raw("</vosi:table>\n").toString();
    }

    private static String type(TableDescription table) {
        return table.isView() ? "view" : "base_table";
    }

    private static void content(XmlText xml, TableDescription table, boolean detailed) {
        xml.element("name", table.name())
                .optionalElement("description", table.description())
                .optionalElement("utype", table.utype().orElse(null));
        if (detailed) {
            table.columns().forEach(column -> column(xml, column));
            table.foreignKeys().forEach(key -> foreignKey(xml, key));
        }
    }

    private static void column(XmlText xml, ColumnDescription column) {
        xml.raw("<column").attribute("std", Boolean.toString(column.std())).raw(">\n");
        xml.element("name", column.name())
                .optionalElement("description", column.description())
                .optionalElement("unit", column.unit().orElse(null))
                .optionalElement("ucd", column.ucd().orElse(null))
                .optionalElement("utype", column.utype().orElse(null));
        xml.raw("<dataType xsi:type=\"vs:VOTableType\"")
                .optionalAttribute("arraysize", column.arraysize().orElse(null))
                .optionalAttribute("extendedType", column.xtype().orElse(null))
                .raw(">")
                .text(column.datatype())
                .raw("</dataType>\n");
        if (column.indexed()) {
            xml.element("flag", "indexed");
        }
        if (column.principal()) {
            // TAP_SCHEMA's principal has no word of its own here.
            xml.element("flag", "principal");
        }
        xml.raw("</column>\n");
    }

    private static void foreignKey(XmlText xml, ForeignKey key) {
        xml.raw("<foreignKey>\n").element("targetTable", key.targetTable());
        for (ForeignKey.ColumnPair pair : key.columns()) {
            xml.raw("<fkColumn>\n")
                    .element("fromColumn", pair.from())
                    .element("targetColumn", pair.target())
                    .raw("</fkColumn>\n");
        }
        xml.optionalElement("description", key.description())
                .optionalElement("utype", key.utype().orElse(null))
                .raw("</foreignKey>\n");
    }
}
