package org.ctavo.provenance.prov;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import org.ctavo.spi.Fault;

/**
 * Reads PROV-JSON (W3C submission 2013) and the IVOA-native JSON of the same form. Prefixes may be declared after they
 * are used, so names are made whole at the end. What bundles hold is read like the rest.
 */
final class ProvJsonReader {
    private final JsonParser json;
    private final Statements statements;
    private final List<Raw> raws = new ArrayList<>();

    /** A literal before its names are whole: text, type or null, language or null. */
    private record RawValue(String text, String type, String language) {}

    private record RawAttribute(String name, RawValue value) {}

    private record Raw(Kind kind, String id, List<RawAttribute> attributes, Scope scope, String place) {}

    private ProvJsonReader(JsonParser json, Limits limits) {
        this.json = json;
        this.statements = new Statements(limits);
    }

    static JsonFactory factory(Limits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(20)
                        .maxStringLength(limits.characters())
                        .maxNumberLength(100)
                        .maxNameLength(10_000)
                        .build())
                .build();
    }

    static Statements read(InputStream in, Limits limits) throws IOException {
        try (JsonParser json = factory(limits).createParser(in)) {
            ProvJsonReader reader = new ProvJsonReader(json, limits);
            try {
                json.nextToken();
                reader.container(Scope.document());
                if (json.nextToken() != null) {
                    throw reader.bad("something follows the end of the document");
                }
            } catch (JsonProcessingException e) {
                throw Statements.bad(place(e.getLocation()), "this is not JSON: " + e.getOriginalMessage());
            }
            reader.raws.forEach(reader::resolve);
            return reader.statements;
        }
    }

    private void container(Scope scope) throws IOException {
        expect(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String section = json.currentName();
            json.nextToken();
            if (section.equals("prefix")) {
                prefixes(scope);
            } else if (section.equals("bundle")) {
                expect(JsonToken.START_OBJECT);
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    statements.bundle(place(), json.currentName());
                    json.nextToken();
                    container(new Scope(scope));
                }
            } else {
                Kind kind = Kind.of(section).orElse(null);
                if (kind == null) {
                    statements.remark(place(), "\"" + section + "\" is no section of PROV-JSON");
                    json.skipChildren();
                } else {
                    section(kind, scope);
                }
            }
        }
    }

    private void prefixes(Scope scope) throws IOException {
        expect(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String prefix = json.currentName();
            json.nextToken();
            expect(JsonToken.VALUE_STRING);
            scope.declare(prefix.equals("default") ? "" : prefix, json.getText());
        }
    }

    private void section(Kind kind, Scope scope) throws IOException {
        expect(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String id = json.currentName();
            json.nextToken();
            if (json.currentToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    record(kind, id, scope);
                }
            } else {
                record(kind, id, scope);
            }
        }
    }

    private void record(Kind kind, String id, Scope scope) throws IOException {
        String place = place();
        expect(JsonToken.START_OBJECT);
        statements.checkRoom(raws.size(), place);
        List<RawAttribute> attributes = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            Statements.checkParts(attributes.size(), place);
            if (json.nextToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    Statements.checkParts(attributes.size(), place);
                    attributes.add(new RawAttribute(name, value()));
                }
            } else {
                attributes.add(new RawAttribute(name, value()));
            }
        }
        raws.add(new Raw(kind, id, attributes, scope, place));
    }

    private RawValue value() throws IOException {
        switch (json.currentToken()) {
            case VALUE_STRING:
                return new RawValue(json.getText(), null, null);
            case VALUE_TRUE, VALUE_FALSE:
                return new RawValue(json.getText(), "xsd:boolean", null);
            case VALUE_NUMBER_INT:
                return new RawValue(json.getText(), "xsd:int", null);
            case VALUE_NUMBER_FLOAT:
                return new RawValue(json.getText(), "xsd:double", null);
            case START_OBJECT:
                String text = null;
                String type = null;
                String language = null;
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    if (!json.nextToken().isScalarValue()) {
                        throw bad("the parts of a literal are texts");
                    }
                    switch (name) {
                        case "$" -> text = json.getText();
                        case "type" -> type = json.getText();
                        case "lang" -> language = json.getText();
                        default -> throw bad("\"" + name + "\" is no part of a literal; $, type and lang are");
                    }
                }
                if (text == null) {
                    throw bad("a literal lacks its value, \"$\"");
                }
                return new RawValue(text, type, language);
            default:
                throw bad("a value must be a text, a number, true, false or a literal");
        }
    }

    private void resolve(Raw raw) {
        Kind kind = raw.kind;
        String[] arguments = new String[kind.arguments().size()];
        List<String> members = new ArrayList<>();
        List<Statement.Attribute> attributes = new ArrayList<>();
        for (RawAttribute attribute : raw.attributes) {
            String name = raw.scope.resolve(attribute.name, raw.place);
            String local = Names.ofModel(name);
            int at = local == null ? -1 : kind.arguments().indexOf(local);
            if (at < 0) {
                attributes.add(new Statement.Attribute(name, literal(attribute.value, raw)));
                continue;
            }
            String text = attribute.value.text;
            String argument = kind.isTime(at) ? text : raw.scope.resolve(text, raw.place);
            if (arguments[at] == null) {
                arguments[at] = argument;
            } else if (kind == Kind.MEMBERSHIP && local.equals("entity")) {
                members.add(argument);
            } else if (!arguments[at].equals(argument)) {
                throw Statements.bad(raw.place, "\"" + attribute.name + "\" has two values");
            }
        }
        String id = raw.id.startsWith("_:") ? null : raw.scope.resolve(raw.id, raw.place);
        statements.add(new Statement(kind, id, Arrays.asList(arguments), attributes, raw.place));
        for (String member : members) {
            arguments[1] = member;
            statements.add(new Statement(kind, null, Arrays.asList(arguments), attributes, raw.place));
        }
    }

    private static Value literal(RawValue raw, Raw record) {
        if (raw.type == null || raw.language != null) {
            return new Value.Text(raw.text, raw.language);
        }
        String type = record.scope.resolve(raw.type, record.place);
        if (type.equals(Names.XSD + "QName") || type.equals(Names.PROV + "QUALIFIED_NAME")) {
            return new Value.Name(record.scope.resolve(raw.text, record.place));
        }
        return type.equals(Names.XSD + "string") ? new Value.Text(raw.text) : new Value.Typed(raw.text, type);
    }

    private void expect(JsonToken token) {
        if (json.currentToken() != token) {
            throw bad(token == JsonToken.START_OBJECT ? "an object {…} is wanted here" : "a text is wanted here");
        }
    }

    private Fault bad(String problem) {
        return Statements.bad(place(), problem);
    }

    private String place() {
        return place(json.currentTokenLocation());
    }

    static String place(JsonLocation location) {
        return location == null ? "at the end" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
