package org.ctavo.provenance.votable;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.ctavo.provenance.model.Attribute;
import org.ctavo.provenance.model.ProvBuilder;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.model.Row;
import org.ctavo.provenance.model.Shape;
import org.ctavo.provenance.model.Shapes;
import org.ctavo.provenance.model.XmlInput;
import org.ctavo.provenance.prov.BoundedInput;
import org.ctavo.provenance.prov.Limits;
import org.ctavo.provenance.prov.Times;
import org.ctavo.spi.Fault;

/** Reads PROV-VOTABLE row by row. For one document and one thread. */
final class ProvVotableReader {
    private static final int MOST_COLUMNS = 1000;

    private final XMLStreamReader xml;
    private final Limits limits;
    private final ProvBuilder builder = new ProvBuilder();
    private int rows;

    private ProvVotableReader(XMLStreamReader xml, Limits limits) {
        this.xml = xml;
        this.limits = limits;
    }

    static Reading read(InputStream in, Limits limits) {
        try {
            XMLStreamReader xml = XmlInput.open(new BoundedInput(in, limits.bytes()));
            try {
                ProvVotableReader reader = new ProvVotableReader(xml, limits);
                reader.document();
                return reader.builder.read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw XmlInput.notXml(e);
        }
    }

    private void document() throws XMLStreamException {
        boolean isFirst = true;
        boolean hasTable = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (isFirst && !xml.getLocalName().equals("VOTABLE")) {
                throw bad("a VOTable begins with the element VOTABLE");
            }
            isFirst = false;
            if (xml.getLocalName().equals("TABLE")) {
                hasTable = true;
                table();
            }
        }
        if (!hasTable) {
            throw bad("the VOTable has no table, so it tells of nothing");
        }
    }

    private void table() throws XMLStreamException {
        String utype = attribute("utype");
        String name = attribute("name");
        Optional<Shape<?>> shape = shape(name).or(() -> shape(utype));
        if (shape.isEmpty()) {
            builder.remark("table \"" + name + "\" is not of the IVOA's model", place());
        }
        List<String[]> fields = new ArrayList<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("TABLE")) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "FIELD" -> {
                    if (fields.size() == MOST_COLUMNS) {
                        throw bad("a table has more than " + MOST_COLUMNS + " columns");
                    }
                    fields.add(new String[] {attribute("name"), attribute("utype")});
                }
                case "TR" -> {
                    String place = place();
                    List<String> values = row(fields.size());
                    if (shape.isPresent()) {
                        add(shape.get(), fields, values, place);
                    }
                }
                case "BINARY", "BINARY2", "FITS" -> throw bad(
                        "write the tables as TABLEDATA; " + xml.getLocalName() + " is not read here");
                default -> {
                    // Says nothing of provenance.
                }
            }
        }
    }

    private List<String> row(int columns) throws XMLStreamException {
        if (++rows > limits.statements()) {
            throw new Fault(
                    ProvenanceFault.DOCUMENT_TOO_LARGE,
                    place() + ": the document has more than " + limits.statements() + " rows; split it.");
        }
        List<String> values = new ArrayList<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("TR")) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                String text = xml.getElementText();
                if (text.length() > limits.characters()) {
                    throw bad("a text has more than " + limits.characters() + " characters");
                }
                if (values.size() == columns) {
                    throw bad("the row has more cells than the table has columns");
                }
                values.add(text);
            }
        }
        return values;
    }

    private <T extends ProvRecord> void add(Shape<T> shape, List<String[]> fields, List<String> cells, String place) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            Optional<Attribute<T>> attribute = attribute(shape, fields.get(i));
            String cell = cells.get(i);
            if (attribute.isEmpty()) {
                // A row's number says nothing elsewhere.
                if (!"id".equals(fields.get(i)[0])) {
                    builder.remark(
                            "column \"" + fields.get(i)[0] + "\" of table " + shape.table() + " is not of the model",
                            place);
                }
            } else if (attribute.get().isTime()) {
                values.put(attribute.get().column(), cell.isBlank() ? null : Times.of(cell, place));
            } else {
                boolean keepsEmpty = attribute.get().name().equals("value");
                values.put(attribute.get().column(), cell.isEmpty() && !keepsEmpty ? null : cell);
            }
        }
        if (shape == Shapes.ENTITY && !"value".equals(values.get("classtype"))) {
            values.computeIfPresent(
                    "entity_value", (column, text) -> text.toString().isEmpty() ? null : text);
        }
        try {
            builder.add(shape.instance(new Row(values)), place);
        } catch (Fault fault) {
            throw fault.getMessage().contains(place)
                    ? fault
                    : new Fault(fault.code(), place + ": " + fault.getMessage());
        }
    }

    private static Optional<Shape<?>> shape(String name) {
        String plain = last(name);
        return Shapes.ALL.stream().filter(s -> s.table().equals(plain)).findFirst();
    }

    private static <T extends ProvRecord> Optional<Attribute<T>> attribute(Shape<T> shape, String[] field) {
        for (String name : new String[] {last(field[0]), last(field[1])}) {
            for (Attribute<T> attribute : shape.attributes()) {
                if (attribute.column().equals(name)
                        || attribute.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return Optional.of(attribute);
                }
            }
        }
        return Optional.empty();
    }

    /** The last part of a name or utype, in lower case. */
    private static String last(String name) {
        return name == null ? "" : name.replaceFirst("^.*[.:]", "").toLowerCase(Locale.ROOT);
    }

    private String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    private Fault bad(String problem) {
        return new Fault(ProvenanceFault.BAD_DOCUMENT, place() + ": " + problem + ".");
    }

    private String place() {
        return XmlInput.place(xml.getLocation());
    }
}
