package org.ctavo.provenance.votable;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.XmlInput;
import org.ctavo.provenance.prov.BoundedInput;
import org.ctavo.spi.Fault;

/** Reads an ActivityDescription VOTable, groups within groups. For one file and one thread. */
final class ActivityVotableReader {
    private static final long LONGEST = 4L << 20;
    private static final int MOST = 1000;
    private static final Set<String> PROPERTIES =
            Set.of("doculink", "docurl", "type", "subtype", "version", "contact_name", "contact_email");

    private final XMLStreamReader xml;
    private final Map<String, String> properties = new HashMap<>();
    private final List<ActivityFile.Setting> settings = new ArrayList<>();
    private final List<ActivityFile.Input> inputs = new ArrayList<>();
    private final List<ActivityFile.Slot> used = new ArrayList<>();
    private final List<ActivityFile.Slot> generated = new ArrayList<>();

    private ActivityVotableReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static ActivityFile read(InputStream in) {
        try {
            XMLStreamReader xml = XmlInput.open(new BoundedInput(in, LONGEST));
            try {
                return new ActivityVotableReader(xml).file();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw XmlInput.notXml(e);
        }
    }

    private ActivityFile file() throws XMLStreamException {
        boolean isFound = false;
        while (!isFound && xml.hasNext()) {
            isFound = xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("RESOURCE")
                    && "voprov:ActivityDescription".equals(attribute("utype"));
        }
        if (!isFound) {
            throw bad("the file has no RESOURCE of utype voprov:ActivityDescription");
        }
        String name = Optional.ofNullable(attribute("name")).orElse(attribute("ID"));
        if (name == null || name.isBlank()) {
            throw bad("the RESOURCE needs a name");
        }
        while (nextChild("RESOURCE")) {
            switch (xml.getLocalName()) {
                case "DESCRIPTION" -> properties.put("description", xml.getElementText());
                case "PARAM" -> property();
                case "GROUP" -> group(String.valueOf(attribute("name")));
                default -> skip();
            }
        }
        while (xml.hasNext()) {
            xml.next();
        }
        return new ActivityFile(
                name,
                property("description"),
                properties.containsKey("docurl") ? property("docurl") : property("doculink"),
                property("type"),
                property("subtype"),
                property("version"),
                new ActivityFile.Contact(property("contact_name"), property("contact_email")),
                settings,
                inputs,
                used,
                generated);
    }

    private String property(String name) {
        return properties.getOrDefault(name, "");
    }

    private void property() throws XMLStreamException {
        String name = String.valueOf(attribute("name"));
        String value = Optional.ofNullable(attribute("value")).orElse("");
        if (PROPERTIES.contains(name)) {
            properties.put(name, value);
        } else {
            checkRoom(settings.size());
            settings.add(new ActivityFile.Setting(
                    name, value, Optional.ofNullable(attribute("datatype")).orElse("char"), some("utype")));
        }
        skip();
    }

    private void group(String name) throws XMLStreamException {
        while (nextChild("GROUP")) {
            boolean isParam = xml.getLocalName().equals("PARAM");
            boolean isGroup = xml.getLocalName().equals("GROUP");
            if (name.equals("InputParams") && isParam) {
                checkRoom(inputs.size());
                inputs.add(input());
            } else if (name.equals("Used") && isGroup) {
                checkRoom(used.size());
                used.add(slot());
            } else if (name.equals("Generated") && isGroup) {
                checkRoom(generated.size());
                generated.add(slot());
            } else {
                skip();
            }
        }
    }

    private ActivityFile.Input input() throws XMLStreamException {
        String name = attribute("name");
        if (name == null || name.isBlank()) {
            throw bad("a parameter needs a name");
        }
        String datatype = Optional.ofNullable(attribute("datatype")).orElse("char");
        String value = Optional.ofNullable(attribute("value")).orElse("");
        Optional<String> arraysize = some("arraysize");
        boolean isRequired = !"no_query".equals(attribute("type"));
        Optional<String> unit = some("unit");
        Optional<String> ucd = some("ucd");
        Optional<String> utype = some("utype");
        Optional<String> xtype = some("xtype");
        String description = "";
        Map<String, String> bounds = new HashMap<>();
        List<String> options = new ArrayList<>();
        while (nextChild("PARAM")) {
            if (xml.getLocalName().equals("DESCRIPTION")) {
                description = xml.getElementText();
            } else if (xml.getLocalName().equals("VALUES")) {
                while (nextChild("VALUES")) {
                    String text = Optional.ofNullable(attribute("value")).orElse("");
                    if (xml.getLocalName().equals("OPTION")) {
                        checkRoom(options.size());
                        options.add(text);
                    } else {
                        bounds.put(xml.getLocalName(), text);
                    }
                    skip();
                }
            } else {
                skip();
            }
        }
        return new ActivityFile.Input(
                name,
                description,
                value,
                datatype,
                arraysize,
                isRequired,
                unit,
                ucd,
                utype,
                xtype,
                Optional.ofNullable(bounds.get("MIN")),
                Optional.ofNullable(bounds.get("MAX")),
                options);
    }

    private ActivityFile.Slot slot() throws XMLStreamException {
        String name = Optional.ofNullable(attribute("name")).orElse("");
        if (name.isBlank()) {
            throw bad("what is used or generated needs a name");
        }
        Optional<String> ref = some("ref");
        String description = "";
        Map<String, String> values = new HashMap<>();
        while (nextChild("GROUP")) {
            if (xml.getLocalName().equals("DESCRIPTION")) {
                description = xml.getElementText();
            } else {
                if (xml.getLocalName().equals("PARAM")) {
                    values.put(
                            String.valueOf(attribute("name")),
                            Optional.ofNullable(attribute("value")).orElse(""));
                }
                skip();
            }
        }
        return new ActivityFile.Slot(
                name,
                description,
                values.getOrDefault("role", ""),
                values.getOrDefault("multiplicity", ""),
                values.getOrDefault("default", ""),
                values.getOrDefault("content_type", ""),
                Optional.ofNullable(values.get("url")),
                ref);
    }

    /** Goes to the next child of an element, or to the element's end. */
    private boolean nextChild(String parent) throws XMLStreamException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (!xml.getLocalName().equals(parent)) {
                    throw bad("<" + xml.getLocalName() + "> ends where <" + parent + "> should");
                }
                return false;
            }
        }
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void checkRoom(int count) {
        if (count >= MOST) {
            throw bad("the file has more than " + MOST + " parameters, options or slots of a kind");
        }
    }

    private Optional<String> some(String name) {
        return Optional.ofNullable(attribute(name)).filter(value -> !value.isEmpty());
    }

    private String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    private Fault bad(String problem) {
        return new Fault(ProvenanceFault.BAD_DOCUMENT, XmlInput.place(xml.getLocation()) + ": " + problem + ".");
    }
}
