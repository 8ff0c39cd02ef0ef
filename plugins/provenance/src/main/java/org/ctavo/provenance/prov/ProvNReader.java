package org.ctavo.provenance.prov;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads PROV-N (W3C Recommendation 2013), also as the reference library writes it, which escapes no names. */
final class ProvNReader {
    private static final String AFTER_ARGUMENT = ",;)]";

    private final ProvNTokens tokens;
    private final Statements statements;

    private ProvNReader(InputStream in, Limits limits) {
        this.tokens = new ProvNTokens(in, limits);
        this.statements = new Statements(limits);
    }

    static Statements read(InputStream in, Limits limits) throws IOException {
        ProvNReader reader = new ProvNReader(in, limits);
        if (!reader.tokens.word("(").equals("document")) {
            throw reader.tokens.bad("a PROV-N document begins with \"document\"");
        }
        reader.body(Scope.document(), "endDocument");
        if (reader.tokens.peek() >= 0) {
            throw reader.tokens.bad("something follows \"endDocument\"");
        }
        return reader.statements;
    }

    private void body(Scope scope, String end) throws IOException {
        while (true) {
            String place = startOfNext(end);
            String word = tokens.word("(<");
            if (word.equals(end)) {
                return;
            }
            switch (word) {
                case "prefix" -> scope.declare(tokens.word("<"), tokens.iri());
                case "default" -> scope.declare("", tokens.iri());
                case "bundle" -> {
                    if (end.equals("endBundle")) {
                        throw tokens.bad("a bundle holds no bundles");
                    }
                    statements.bundle(place, tokens.word(""));
                    body(new Scope(scope), "endBundle");
                }
                default -> expression(word, scope, place);
            }
        }
    }

    private String startOfNext(String end) throws IOException {
        if (tokens.peek() < 0) {
            throw tokens.bad("the document ends without \"" + end + "\"");
        }
        return tokens.place();
    }

    private void expression(String word, Scope scope, String place) throws IOException {
        Kind kind = Kind.of(word).orElse(null);
        String id = null;
        List<String> arguments = new ArrayList<>();
        List<Statement.Attribute> attributes = new ArrayList<>();
        tokens.expect('(');
        boolean more = !tokens.take(')');
        while (more) {
            if (tokens.take('[')) {
                attributes(scope, attributes, place);
            } else {
                Statements.checkParts(arguments.size(), place);
                arguments.add(argument());
                if (tokens.take(';')) {
                    id = arguments.remove(0);
                    continue;
                }
            }
            more = tokens.take(',');
            if (!more) {
                tokens.expect(')');
            }
        }
        if (kind == null) {
            statements.remark(place, "\"" + word + "\" is no expression of PROV-N");
        } else {
            add(kind, id, arguments, attributes, scope, place);
        }
    }

    /** An identifier, a time, a marker, or a text of an expression that is not PROV's. */
    private String argument() throws IOException {
        return tokens.peek() == '"' ? tokens.string() : tokens.word(AFTER_ARGUMENT);
    }

    private void add(
            Kind kind,
            String givenId,
            List<String> given,
            List<Statement.Attribute> attributes,
            Scope scope,
            String place) {
        List<String> arguments = new ArrayList<>(given);
        String id = givenId;
        if (kind.isElement() && !arguments.isEmpty()) {
            id = arguments.remove(0);
        }
        if (arguments.size() > kind.arguments().size()) {
            throw Statements.bad(
                    place,
                    kind.word() + " takes " + kind.arguments().size() + " arguments after its identifier, not "
                            + arguments.size());
        }
        List<String> resolved = new ArrayList<>();
        for (int i = 0; i < kind.arguments().size(); i++) {
            String argument = i < arguments.size() ? arguments.get(i) : "-";
            resolved.add(argument.equals("-") ? null : kind.isTime(i) ? argument : scope.resolve(argument, place));
        }
        String whole = id == null || id.equals("-") ? null : scope.resolve(id, place);
        statements.add(new Statement(kind, whole, resolved, attributes, place));
    }

    private void attributes(Scope scope, List<Statement.Attribute> attributes, String place) throws IOException {
        while (!tokens.take(']')) {
            Statements.checkParts(attributes.size(), place);
            String name = scope.resolve(tokens.word("="), place);
            tokens.expect('=');
            attributes.add(new Statement.Attribute(name, value(scope, place)));
            if (tokens.peek() != ']') {
                tokens.expect(',');
            }
        }
    }

    private Value value(Scope scope, String place) throws IOException {
        if (tokens.take('\'')) {
            String name = tokens.word("'");
            tokens.expect('\'');
            return new Value.Name(scope.resolve(name, place));
        }
        if (tokens.peek() != '"') {
            return new Value.Typed(tokens.word(",]"), Names.XSD + "int");
        }
        String text = tokens.string();
        if (tokens.take('@')) {
            return new Value.Text(text, tokens.word(",]"));
        }
        if (!tokens.take('%')) {
            return new Value.Text(text);
        }
        tokens.expect('%');
        String type = scope.resolve(tokens.word(",]"), place);
        if (type.equals(Names.PROV + "QUALIFIED_NAME") || type.equals(Names.XSD + "QName")) {
            return new Value.Name(scope.resolve(text, place));
        }
        return type.equals(Names.XSD + "string") ? new Value.Text(text) : new Value.Typed(text, type);
    }
}
