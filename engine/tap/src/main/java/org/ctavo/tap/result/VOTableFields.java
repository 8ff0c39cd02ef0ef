package org.ctavo.tap.result;

import java.util.List;
import java.util.regex.Pattern;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.XmlText;

/**
 * The part of a VOTable that describes columns: COOSYS and TIMESYS where columns call for them, the start of TABLE, and
 * the FIELDs (VOTable 1.4, sections 3.1 to 3.4 and 4.1).
 */
final class VOTableFields {
    static final String COOSYS_ID = "ICRS";
    static final String TIMESYS_ID = "UTC_MJD";

    // Everything this service publishes is in ICRS, and moments in days are MJD, UTC, at the telescope.
    private static final Pattern POSITION = Pattern.compile("(pos\\.(eq|outline)\\b|POS_EQ_).*");
    private static final Pattern MOMENT = Pattern.compile("time\\.(start|end|epoch)\\b.*");

    private VOTableFields() {}

    static String write(List<OutputColumn> columns) {
        return write(columns, false);
    }

    /** The same with a VALUES element that names the null of each column of whole numbers. */
    static String writeWithNulls(List<OutputColumn> columns) {
        return write(columns, true);
    }

    private static String write(List<OutputColumn> columns, boolean nulls) {
        XmlText xml = new XmlText(256 * (columns.size() + 1));
        if (columns.stream().anyMatch(VOTableFields::isPosition)) {
            xml.raw("<COOSYS ID=\"" + COOSYS_ID + "\" system=\"ICRS\"/>\n");
        }
        if (columns.stream().anyMatch(VOTableFields::isMoment)) {
            xml.raw("<TIMESYS ID=\"" + TIMESYS_ID
                    + "\" timescale=\"UTC\" refposition=\"TOPOCENTER\" timeorigin=\"MJD-origin\"/>\n");
        }
        xml.raw("<TABLE>\n");
        for (OutputColumn column : columns) {
            field(xml, column, nulls);
        }
        return xml.toString();
    }

    private static void field(XmlText xml, OutputColumn column, boolean nulls) {
        xml.raw("<FIELD").attribute("ID", column.id());
        typed(xml, column.name(), column.description());
        if (isPosition(column)) {
            xml.attribute("ref", COOSYS_ID);
        } else if (isMoment(column)) {
            xml.attribute("ref", TIMESYS_ID);
        }
        String description = column.description().description();
        boolean values = nulls && column.cell().kind().isWholeNumber();
        if (description.isEmpty() && !values) {
            xml.raw("/>\n");
            return;
        }
        xml.raw(">");
        if (!description.isEmpty()) {
            xml.raw("<DESCRIPTION>").text(description).raw("</DESCRIPTION>");
        }
        if (values) {
            xml.raw("<VALUES")
                    .attribute("null", Long.toString(BinaryNull.of(column.cell().kind())))
                    .raw("/>");
        }
        xml.raw("</FIELD>\n");
    }

    /** The attributes that FIELD and PARAM share. */
    static void typed(XmlText xml, String name, ColumnDescription column) {
        xml.attribute("name", name)
                .attribute("datatype", column.datatype())
                .optionalAttribute("arraysize", column.arraysize().orElse(null))
                .optionalAttribute("xtype", column.xtype().orElse(null))
                .optionalAttribute("unit", column.unit().orElse(null))
                .optionalAttribute("ucd", column.ucd().orElse(null))
                .optionalAttribute("utype", column.utype().orElse(null));
    }

    private static boolean isPosition(OutputColumn column) {
        return column.description()
                .ucd()
                .filter(ucd -> POSITION.matcher(ucd).matches())
                .isPresent();
    }

    private static boolean isMoment(OutputColumn column) {
        return column.description().unit().filter("d"::equals).isPresent()
                && column.description()
                        .ucd()
                        .filter(ucd -> MOMENT.matcher(ucd).matches())
                        .isPresent();
    }
}
