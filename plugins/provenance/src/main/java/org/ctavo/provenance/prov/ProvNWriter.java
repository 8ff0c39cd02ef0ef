package org.ctavo.provenance.prov;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes PROV-N (W3C Recommendation 2013), and the same with the IVOA's expressions. */
final class ProvNWriter {
    /** Characters of a local part that a backslash must announce (PROV-N, section 3.7.1). */
    private static final String ESCAPED = "='(),:;[]";

    private final Prefixes prefixes;

    private ProvNWriter(Prefixes prefixes) {
        this.prefixes = prefixes;
    }

    static void write(List<Statement> statements, OutputStream stream) throws IOException {
        Prefixes prefixes = new Prefixes(statements);
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write("document\n");
        for (Map.Entry<String, String> prefix : prefixes.declared().entrySet()) {
            out.write("  prefix " + prefix.getKey() + " <" + prefix.getValue() + ">\n");
        }
        out.write("\n");
        ProvNWriter writer = new ProvNWriter(prefixes);
        for (Statement statement : statements) {
            out.write("  " + writer.expression(statement) + "\n");
        }
        out.write("endDocument\n");
        out.flush();
    }

    private String expression(Statement statement) {
        Kind kind = statement.kind();
        List<String> arguments = new ArrayList<>();
        if (kind.isElement()) {
            arguments.add(name(statement.id()));
        }
        int last = statement.arguments().size();
        // Optional arguments at the end may be left out, but for those that PROV-N always wants.
        int least = kind == Kind.ACTIVITY ? 0 : Math.min(2, last);
        while (last > least && statement.arguments().get(last - 1) == null) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            String argument = statement.arguments().get(i);
            arguments.add(argument == null ? "-" : kind.isTime(i) ? argument : name(argument));
        }
        // Where both times of an activity are missing both are left out; one alone needs its partner's place.
        if (kind == Kind.ACTIVITY && last == 1) {
            arguments.add("-");
        }
        if (needsTime(kind) && last == 2) {
            arguments.add("-");
        }
        if (!statement.attributes().isEmpty()) {
            List<String> attributes = new ArrayList<>();
            for (Statement.Attribute attribute : statement.attributes()) {
                attributes.add(name(attribute.name()) + "=" + value(attribute.value()));
            }
            arguments.add("[" + String.join(", ", attributes) + "]");
        }
        String id = kind.isElement() || statement.id() == null ? "" : name(statement.id()) + "; ";
        return kind.word() + "(" + id + String.join(", ", arguments) + ")";
    }

    /** These take two arguments or three, not two with attributes after them (PROV-N, sections 3.3 and 3.4). */
    private static boolean needsTime(Kind kind) {
        return kind == Kind.GENERATION || kind == Kind.USAGE || kind == Kind.INVALIDATION || kind == Kind.ASSOCIATION;
    }

    private String value(Value value) {
        if (value instanceof Value.Name name) {
            return "'" + name(name.text()) + "'";
        }
        String text = "\"" + value.text().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            text = "\"\"" + text + "\"\"";
        }
        if (value instanceof Value.Typed typed) {
            return text + " %% " + name(typed.type());
        }
        return value instanceof Value.Text t && t.language() != null ? text + "@" + t.language() : text;
    }

    private String name(String iri) {
        String name = prefixes.name(iri);
        int colon = name.indexOf(':') + 1;
        StringBuilder escaped = new StringBuilder(name.substring(0, colon));
        for (int i = colon; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean atEnd = i == colon || i == name.length() - 1;
            if (ESCAPED.indexOf(c) >= 0 || (c == '-' && i == colon) || (c == '.' && atEnd)) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
