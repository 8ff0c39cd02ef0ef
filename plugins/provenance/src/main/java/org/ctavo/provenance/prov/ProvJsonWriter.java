package org.ctavo.provenance.prov;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes PROV-JSON (W3C submission 2013), and the IVOA-native JSON of the same form. */
final class ProvJsonWriter {
    private final JsonGenerator json;
    private final Prefixes prefixes;
    private int blanks;

    private ProvJsonWriter(JsonGenerator json, Prefixes prefixes) {
        this.json = json;
        this.prefixes = prefixes;
    }

    static void write(List<Statement> statements, OutputStream out) throws IOException {
        Prefixes prefixes = new Prefixes(statements);
        try (JsonGenerator json =
                ProvJsonReader.factory(Limits.USUAL).createGenerator(out).useDefaultPrettyPrinter()) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeObjectFieldStart("prefix");
            for (Map.Entry<String, String> prefix : prefixes.declared().entrySet()) {
                json.writeStringField(prefix.getKey(), prefix.getValue());
            }
            json.writeEndObject();
            ProvJsonWriter writer = new ProvJsonWriter(json, prefixes);
            for (Map.Entry<Kind, List<Statement>> section : sections(statements).entrySet()) {
                writer.section(section.getKey(), section.getValue());
            }
            json.writeEndObject();
        }
    }

    private static Map<Kind, List<Statement>> sections(List<Statement> statements) {
        Map<Kind, List<Statement>> sections = new LinkedHashMap<>();
        for (Statement statement : statements) {
            sections.computeIfAbsent(statement.kind(), kind -> new ArrayList<>())
                    .add(statement);
        }
        return sections;
    }

    private void section(Kind kind, List<Statement> statements) throws IOException {
        json.writeObjectFieldStart(kind.word());
        for (Statement statement : statements) {
            json.writeObjectFieldStart(statement.id() == null ? "_:id" + ++blanks : prefixes.name(statement.id()));
            record(statement);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void record(Statement statement) throws IOException {
        Kind kind = statement.kind();
        String prefix = kind.isIvoa() ? "voprov:" : "prov:";
        for (int i = 0; i < statement.arguments().size(); i++) {
            String argument = statement.arguments().get(i);
            String name = prefix + kind.arguments().get(i);
            if (argument != null && kind.isList(i)) {
                json.writeArrayFieldStart(name);
                json.writeString(prefixes.name(argument));
                json.writeEndArray();
            } else if (argument != null) {
                json.writeStringField(name, kind.isTime(i) ? argument : prefixes.name(argument));
            }
        }
        Map<String, List<Value>> values = new LinkedHashMap<>();
        for (Statement.Attribute attribute : statement.attributes()) {
            values.computeIfAbsent(attribute.name(), name -> new ArrayList<>()).add(attribute.value());
        }
        for (Map.Entry<String, List<Value>> attribute : values.entrySet()) {
            json.writeFieldName(prefixes.name(attribute.getKey()));
            if (attribute.getValue().size() > 1) {
                json.writeStartArray();
            }
            for (Value value : attribute.getValue()) {
                value(value);
            }
            if (attribute.getValue().size() > 1) {
                json.writeEndArray();
            }
        }
    }

    private void value(Value value) throws IOException {
        if (value instanceof Value.Text text && text.language() == null) {
            json.writeString(text.text());
            return;
        }
        json.writeStartObject();
        if (value instanceof Value.Name name) {
            json.writeStringField("$", prefixes.name(name.text()));
            // Not xsd:QName, which the reference library before version 3 takes for plain text.
            json.writeStringField("type", "prov:QUALIFIED_NAME");
        } else if (value instanceof Value.Typed typed) {
            json.writeStringField("$", typed.text());
            json.writeStringField("type", prefixes.name(typed.type()));
        } else if (value instanceof Value.Text text) {
            json.writeStringField("$", text.text());
            json.writeStringField("lang", text.language());
        }
        json.writeEndObject();
    }
}
