package org.ctavo.soda.cutout;

import java.util.Locale;

import org.ctavo.archive.fits.FitsColumn;
import org.ctavo.archive.fits.TableRow;
import org.ctavo.spi.XmlEscapes;
import org.ctavo.spi.XmlText;

/** A column of an event list as a VOTable field. Immutable. */
final class EventCell {
    private final FitsColumn column;
    private final String datatype;

    EventCell(FitsColumn column) {
        this.column = column;
        this.datatype = datatype(column);
    }

    private static String datatype(FitsColumn column) {
        boolean scaled = column.scale() != 1 || column.zero() != 0;
        boolean whole = column.scale() == 1 && column.zero() == Math.rint(column.zero());
        return switch (column.type()) {
            case 'L' -> "boolean";
            case 'X' -> "bit";
            case 'A' -> "char";
            case 'E' -> scaled ? "double" : "float";
            case 'D' -> "double";
                // Unsigned numbers are written with an offset; the next larger type holds them.
            case 'B', 'I', 'J' -> !scaled ? plain(column.type()) : whole ? "long" : "double";
            default -> !scaled ? "long" : "double";
        };
    }

    private static String plain(char type) {
        return type == 'B' ? "unsignedByte" : type == 'I' ? "short" : "int";
    }

    /** Writes what describes the column. */
    void field(XmlText xml) {
        String name = column.name().toUpperCase(Locale.ROOT);
        xml.raw("<FIELD").attribute("name", column.name()).attribute("datatype", datatype);
        if (column.repeat() != 1) {
            xml.attribute("arraysize", Integer.toString(column.repeat()));
        } else if (datatype.equals("char")) {
            xml.attribute("arraysize", "1");
        }
        column.unit().ifPresent(unit -> xml.attribute("unit", unit));
        switch (name) {
            case "EVENT_ID" -> xml.attribute("ucd", "meta.id;meta.main");
            case "TIME" -> xml.attribute("ucd", "time").attribute("ref", "time");
            case "RA" -> xml.attribute("ucd", "pos.eq.ra;meta.main").attribute("ref", "sky");
            case "DEC" -> xml.attribute("ucd", "pos.eq.dec;meta.main").attribute("ref", "sky");
            case "ENERGY" -> xml.attribute("ucd", "em.energy");
            default -> {}
        }
        xml.raw("/>\n");
    }

    /** Writes the value or values of a row. */
    StringBuilder data(TableRow row, StringBuilder to) {
        switch (datatype) {
            case "char" -> XmlEscapes.text(row.text(column), to);
            case "bit", "boolean" -> marks(row, to);
            default -> {
                for (int i = 0; i < column.repeat(); i++) {
                    if (i > 0) {
                        to.append(' ');
                    }
                    number(row, i, to);
                }
            }
        }
        return to;
    }

    private void number(TableRow row, int index, StringBuilder to) {
        if (column.type() == 'K' && datatype.equals("long")) {
            to.append(row.whole(column, index));
            return;
        }
        double value = row.number(column, index);
        switch (datatype) {
            case "float" -> to.append((float) value);
            case "double" -> to.append(value);
            default -> to.append((long) value);
        }
    }

    private void marks(TableRow row, StringBuilder to) {
        byte[] bytes = new byte[row.size()];
        row.copy(bytes, 0);
        for (int i = 0; i < column.repeat(); i++) {
            if (i > 0) {
                to.append(' ');
            }
            if (column.type() == 'X') {
                to.append((bytes[column.offset() + i / 8] >> (7 - i % 8)) & 1);
            } else {
                int mark = bytes[column.offset() + i];
                to.append(mark == 'T' || mark == 'F' ? (char) mark : '?');
            }
        }
    }
}
