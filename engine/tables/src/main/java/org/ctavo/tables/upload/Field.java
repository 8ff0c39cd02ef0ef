package org.ctavo.tables.upload;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.ctavo.spi.Fault;
import org.ctavo.tables.TablesFault;
import org.xml.sax.Attributes;

/**
 * A FIELD of a VOTable (VOTable 1.4, section 4.1).
 *
 * @param declared what is said of it, datatype and arraysize as written
 * @param count elements of a value: 1 for a scalar, -1 for any number
 * @param unit elements that come together: 2 for complex numbers, else 1
 * @param nullText the value that stands for null among whole numbers
 */
record Field(UploadedColumn.Declared declared, int count, int unit, Optional<String> nullText) {
    private static final Set<String> DATATYPES = Set.of(
            "boolean",
            "bit",
            "unsignedByte",
            "short",
            "int",
            "long",
            "char",
            "unicodeChar",
            "float",
            "double",
            "floatComplex",
            "doubleComplex");

    /** No known service has more elements in a cell of fixed size. */
    private static final long MOST_FIXED = 1L << 24;

    static Field of(Attributes attributes) {
        String name = value(attributes, "name").orElse("");
        String datatype = value(attributes, "datatype").orElse("").strip();
        if (!DATATYPES.contains(datatype)) {
            throw bad("column '" + name + "' is of the datatype '" + datatype + "', which VOTable does not have");
        }
        // A size of one was a way to say that there is no array, and means no more than saying nothing.
        Optional<String> arraysize =
                value(attributes, "arraysize").filter(text -> !text.strip().equals("1"));
        int unit = datatype.toLowerCase(Locale.ROOT).endsWith("complex") ? 2 : 1;
        return new Field(
                new UploadedColumn.Declared(
                        name,
                        datatype,
                        arraysize,
                        value(attributes, "xtype"),
                        value(attributes, "unit"),
                        value(attributes, "ucd"),
                        value(attributes, "utype"),
                        ""),
                count(name, arraysize.orElse("").strip()),
                unit,
                Optional.empty());
    }

    private static int count(String name, String arraysize) {
        if (arraysize.isEmpty()) {
            return 1;
        }
        if (!arraysize.matches("(\\d{1,9}x)*(\\d{0,9}\\*|\\d{1,9})")) {
            throw bad("column '" + name + "' has the arraysize '" + arraysize + "', which means nothing");
        }
        if (arraysize.endsWith("*")) {
            return -1;
        }
        long count = 1;
        for (String part : arraysize.split("x", -1)) {
            count = Math.min(MOST_FIXED + 1, count * Long.parseLong(part));
        }
        if (count > MOST_FIXED) {
            throw bad("column '" + name + "' has more than " + MOST_FIXED + " elements in a cell");
        }
        return (int) count;
    }

    private static Optional<String> value(Attributes attributes, String name) {
        return Optional.ofNullable(attributes.getValue(name)).filter(text -> !text.isEmpty());
    }

    private static Fault bad(String what) {
        return new Fault(TablesFault.UPLOAD_NOT_READABLE, "UPLOAD: " + what + ".");
    }

    Field withNull(String text) {
        return new Field(declared, count, unit, Optional.ofNullable(text));
    }

    Field withDescription(String text) {
        UploadedColumn.Declared other = new UploadedColumn.Declared(
                declared.name(),
                declared.datatype(),
                declared.arraysize(),
                declared.xtype(),
                declared.unit(),
                declared.ucd(),
                declared.utype(),
                text.strip());
        return new Field(other, count, unit, nullText);
    }

    String datatype() {
        return declared.datatype();
    }

    boolean isText() {
        return datatype().equals("char") || datatype().equals("unicodeChar");
    }

    /** Whether a value is one thing and no array: texts are, complex numbers are not. */
    boolean isScalar() {
        return isText() || (count == 1 && unit == 1 && declared.arraysize().isEmpty());
    }

    /** Bytes of an element in BINARY; 0 for bits, eight of which make a byte. */
    int elementBytes() {
        return switch (datatype()) {
            case "bit" -> 0;
            case "short", "unicodeChar" -> 2;
            case "int", "float" -> 4;
            case "long", "double", "floatComplex" -> 8;
            case "doubleComplex" -> 16;
            default -> 1;
        };
    }

    /** Bytes of so many elements in BINARY. */
    long bytes(long elements) {
        return elementBytes() == 0 ? (elements + 7) / 8 : elements * elementBytes();
    }
}
