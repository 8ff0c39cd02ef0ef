package org.ctavo.provenance.votable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.ctavo.spi.XmlEscapes;

/** ActivityDescription VOTables: descriptions of activities that services run, in the form that OPUS introduced. */
public final class ActivityVotable {
    private static final String ACTIVITY = "voprov:ActivityDescription.";

    private ActivityVotable() {}

    /**
     * Reads a file of at most a few megabytes.
     *
     * @throws org.ctavo.spi.Fault with the line if it is none
     */
    public static ActivityFile read(InputStream in) {
        return ActivityVotableReader.read(in);
    }

    /** Writes a file; the stream is left open. */
    public static void write(ActivityFile file, OutputStream stream) throws IOException {
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        String name = XmlEscapes.attribute(file.name());
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<VOTABLE version=\"1.3\""
                + " xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">\n  <RESOURCE" + id(file.name()) + " name=\"" + name
                + "\" type=\"meta\" utype=\"voprov:ActivityDescription\">\n");
        description(out, "    ", file.description());
        param(out, "    ", "doculink", file.docurl(), Optional.of(ACTIVITY + "doculink"));
        param(out, "    ", "type", file.type(), Optional.of(ACTIVITY + "type"));
        param(out, "    ", "subtype", file.subtype(), Optional.of(ACTIVITY + "subtype"));
        param(out, "    ", "version", file.version(), Optional.of(ACTIVITY + "version"));
        param(out, "    ", "contact_name", file.contact().name(), Optional.of("voprov:Agent.name"));
        param(out, "    ", "contact_email", file.contact().email(), Optional.of("voprov:Agent.email"));
        for (ActivityFile.Setting setting : file.settings()) {
            boolean isText = setting.datatype().equals("char");
            out.write("    <PARAM name=\"" + XmlEscapes.attribute(setting.name()) + "\" value=\""
                    + XmlEscapes.attribute(setting.value()) + "\"" + (isText ? " arraysize=\"*\"" : "") + " datatype=\""
                    + XmlEscapes.attribute(setting.datatype()) + "\"" + attribute("utype", setting.utype()) + "/>\n");
        }
        out.write("    <GROUP name=\"InputParams\">\n");
        for (ActivityFile.Input input : file.inputs()) {
            input(out, input);
        }
        out.write("    </GROUP>\n    <GROUP name=\"Used\">\n");
        for (ActivityFile.Slot slot : file.used()) {
            slot(out, slot, "voprov:UsedDescription");
        }
        out.write("    </GROUP>\n    <GROUP name=\"Generated\">\n");
        for (ActivityFile.Slot slot : file.generated()) {
            // The utype that readers of this form look for, although the model's name is another.
            slot(out, slot, "voprov:WasGeneratedBy");
        }
        out.write("    </GROUP>\n  </RESOURCE>\n</VOTABLE>\n");
        out.flush();
    }

    private static void input(Writer out, ActivityFile.Input input) throws IOException {
        String name = XmlEscapes.attribute(input.name());
        out.write("      <PARAM" + id(input.name()) + " name=\"" + name + "\" datatype=\""
                + XmlEscapes.attribute(input.datatype()) + "\" value=\"" + XmlEscapes.attribute(input.value()) + "\""
                + attribute("arraysize", input.arraysize()) + (input.isRequired() ? "" : " type=\"no_query\"")
                + attribute("unit", input.unit()) + attribute("ucd", input.ucd()) + attribute("utype", input.utype())
                + attribute("xtype", input.xtype()) + ">\n");
        description(out, "        ", input.description());
        if (input.min().isPresent()
                || input.max().isPresent()
                || !input.options().isEmpty()) {
            out.write("        <VALUES>\n");
            if (input.min().isPresent()) {
                out.write("          <MIN value=\""
                        + XmlEscapes.attribute(input.min().get()) + "\"/>\n");
            }
            if (input.max().isPresent()) {
                out.write("          <MAX value=\""
                        + XmlEscapes.attribute(input.max().get()) + "\"/>\n");
            }
            for (String option : input.options()) {
                out.write("          <OPTION value=\"" + XmlEscapes.attribute(option) + "\"/>\n");
            }
            out.write("        </VALUES>\n");
        }
        out.write("      </PARAM>\n");
    }

    private static void slot(Writer out, ActivityFile.Slot slot, String utype) throws IOException {
        out.write("      <GROUP name=\"" + XmlEscapes.attribute(slot.name()) + "\" utype=\"" + utype + "\""
                + attribute("ref", slot.ref()) + ">\n");
        description(out, "        ", slot.description());
        param(out, "        ", "role", slot.role(), Optional.of(utype + ".role"));
        param(out, "        ", "multiplicity", slot.multiplicity(), Optional.of(utype + ".multiplicity"));
        param(out, "        ", "default", slot.value(), Optional.of("voprov:Entity.id"));
        param(
                out,
                "        ",
                "content_type",
                slot.contentType(),
                Optional.of("voprov:EntityDescription.content_type"));
        if (slot.url().isPresent()) {
            param(out, "        ", "url", slot.url().get(), Optional.of("voprov:EntityDescription.url"));
        }
        out.write("      </GROUP>\n");
    }

    private static void description(Writer out, String indent, String text) throws IOException {
        if (!text.isEmpty()) {
            out.write(indent + "<DESCRIPTION>" + XmlEscapes.text(text) + "</DESCRIPTION>\n");
        }
    }

    private static void param(Writer out, String indent, String name, String value, Optional<String> utype)
            throws IOException {
        out.write(indent + "<PARAM name=\"" + name + "\" value=\"" + XmlEscapes.attribute(value)
                + "\" arraysize=\"*\" datatype=\"char\"" + attribute("utype", utype) + "/>\n");
    }

    /** An ID, if the name can be one: XML allows few, and readers of this form take the name. */
    private static String id(String name) {
        return attribute("ID", Optional.of(name).filter(n -> n.matches("[A-Za-z_][A-Za-z0-9_.-]*")));
    }

    private static String attribute(String name, Optional<String> value) {
        return value.map(v -> " " + name + "=\"" + XmlEscapes.attribute(v) + "\"")
                .orElse("");
    }
}
