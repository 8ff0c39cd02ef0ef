package org.ctavo.provenance.prov;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.ctavo.spi.XmlEscapes;

/** Writes PROV-XML (W3C Note 2013); what the IVOA adds has elements of its namespace. */
final class ProvXmlWriter {
    /** The order that the schema wants after the formal arguments; other namespaces follow. */
    private static final List<String> ORDER = List.of(Names.LABEL, Names.LOCATION, Names.ROLE, Names.TYPE, Names.VALUE);

    private final Prefixes prefixes;
    private final Writer out;

    private ProvXmlWriter(Prefixes prefixes, Writer out) {
        this.prefixes = prefixes;
        this.out = out;
    }

    static void write(List<Statement> statements, OutputStream stream) throws IOException {
        Prefixes prefixes = new Prefixes(statements);
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<prov:document xmlns:prov=\"" + Names.PROV
                + "\"\n    xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"\n    xmlns:xsi=\"" + Names.XSI + "\"");
        for (Map.Entry<String, String> prefix : prefixes.declared().entrySet()) {
            out.write("\n    xmlns:" + prefix.getKey() + "=\"" + XmlEscapes.attribute(prefix.getValue()) + "\"");
        }
        out.write(">\n");
        ProvXmlWriter writer = new ProvXmlWriter(prefixes, out);
        for (Statement statement : statements) {
            writer.statement(statement);
        }
        out.write("</prov:document>\n");
        out.flush();
    }

    private void statement(Statement statement) throws IOException {
        Kind kind = statement.kind();
        String prefix = kind.isIvoa() ? "voprov:" : "prov:";
        String element = prefix + kind.word();
        out.write("  <" + element);
        if (statement.id() != null) {
            out.write(" prov:id=\"" + XmlEscapes.attribute(prefixes.name(statement.id())) + "\"");
        }
        out.write(">\n");
        for (int i = 0; i < statement.arguments().size(); i++) {
            String argument = statement.arguments().get(i);
            String child = prefix + kind.arguments().get(i);
            if (argument == null) {
                continue;
            }
            if (kind.isTime(i)) {
                out.write("    <" + child + ">" + argument + "</" + child + ">\n");
            } else {
                out.write("    <" + child + " prov:ref=\"" + XmlEscapes.attribute(prefixes.name(argument)) + "\"/>\n");
            }
        }
        List<Statement.Attribute> attributes = new ArrayList<>(statement.attributes());
        attributes.sort(
                Comparator.comparingInt(a -> ORDER.contains(a.name()) ? ORDER.indexOf(a.name()) : ORDER.size()));
        for (Statement.Attribute attribute : attributes) {
            attribute(prefixes.name(attribute.name()), attribute.value());
        }
        out.write("  </" + element + ">\n");
    }

    private void attribute(String name, Value value) throws IOException {
        String type = "";
        String text = value.text();
        if (value instanceof Value.Name) {
            type = " xsi:type=\"xsd:QName\"";
            text = prefixes.name(text);
        } else if (value instanceof Value.Typed typed) {
            type = " xsi:type=\"" + XmlEscapes.attribute(prefixes.name(typed.type())) + "\"";
        } else if (value instanceof Value.Text t && t.language() != null) {
            type = " xml:lang=\"" + XmlEscapes.attribute(t.language()) + "\"";
        } else if (name.equals("prov:location") || name.equals("prov:value")) {
            type = " xsi:type=\"xsd:string\"";
        }
        out.write("    <" + name + type + ">" + XmlEscapes.text(text) + "</" + name + ">\n");
    }
}
