package org.ctavo.provenance.prov;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes PROV-JSONLD (W3C submission 2024): one object a statement, meaningful as linked data by its context. */
final class ProvJsonLdWriter {
    private static final String CONTEXT = "https://openprovenance.org/prov-jsonld/context.jsonld";

    /** Attributes of PROV that the context names without a prefix. */
    private static final Set<String> PLAIN = Set.of(Names.TYPE, Names.LABEL, Names.VALUE, Names.LOCATION, Names.ROLE);

    private final JsonGenerator json;
    private final Prefixes prefixes;

    private ProvJsonLdWriter(JsonGenerator json, Prefixes prefixes) {
        this.json = json;
        this.prefixes = prefixes;
    }

    static void write(List<Statement> statements, OutputStream out) throws IOException {
        Prefixes prefixes = new Prefixes(statements);
        try (JsonGenerator json =
                ProvJsonReader.factory(Limits.USUAL).createGenerator(out).useDefaultPrettyPrinter()) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeArrayFieldStart("@context");
            json.writeStartObject();
            json.writeStringField("prov", Names.PROV);
            json.writeStringField("xsd", Names.XSD);
            for (Map.Entry<String, String> prefix : prefixes.declared().entrySet()) {
                json.writeStringField(prefix.getKey(), prefix.getValue());
            }
            json.writeEndObject();
            json.writeString(CONTEXT);
            json.writeEndArray();
            json.writeArrayFieldStart("@graph");
            ProvJsonLdWriter writer = new ProvJsonLdWriter(json, prefixes);
            for (Statement statement : statements) {
                writer.statement(statement);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void statement(Statement statement) throws IOException {
        Kind kind = statement.kind();
        json.writeStartObject();
        json.writeStringField("@type", kind.isIvoa() ? "voprov:" + kind.type() : kind.type());
        if (statement.id() != null) {
            json.writeStringField("@id", prefixes.name(statement.id()));
        }
        for (int i = 0; i < statement.arguments().size(); i++) {
            String argument = statement.arguments().get(i);
            String name = kind.arguments().get(i);
            if (argument == null) {
                continue;
            }
            if (kind.isTime(i)) {
                json.writeStringField(name, argument);
            } else if (kind.isList(i)) {
                json.writeArrayFieldStart(name);
                json.writeString(prefixes.name(argument));
                json.writeEndArray();
            } else if (kind.isIvoa()) {
                json.writeObjectFieldStart("voprov:" + name);
                json.writeStringField("@id", prefixes.name(argument));
                json.writeEndObject();
            } else {
                json.writeStringField(name, prefixes.name(argument));
            }
        }
        Map<String, List<Value>> values = new LinkedHashMap<>();
        for (Statement.Attribute attribute : statement.attributes()) {
            values.computeIfAbsent(attribute.name(), name -> new ArrayList<>()).add(attribute.value());
        }
        for (Map.Entry<String, List<Value>> attribute : values.entrySet()) {
            String name = attribute.getKey();
            json.writeArrayFieldStart(PLAIN.contains(name) ? name.substring(Names.PROV.length()) : prefixes.name(name));
            for (Value value : attribute.getValue()) {
                value(value);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void value(Value value) throws IOException {
        if (value instanceof Value.Name name) {
            // Its schema knows names as plain texts alone, no objects with an "@id".
            json.writeString(prefixes.name(name.text()));
            return;
        }
        json.writeStartObject();
        json.writeStringField("@value", value.text());
        if (value instanceof Value.Typed typed) {
            json.writeStringField("@type", prefixes.name(typed.type()));
        } else if (value instanceof Value.Text text && text.language() != null) {
            json.writeStringField("@language", text.language());
        }
        json.writeEndObject();
    }
}
