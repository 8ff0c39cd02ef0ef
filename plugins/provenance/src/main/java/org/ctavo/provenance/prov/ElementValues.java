package org.ctavo.provenance.prov;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.ctavo.provenance.model.Attribute;
import org.ctavo.provenance.model.ProvBuilder;
import org.ctavo.provenance.model.Shape;
import org.ctavo.provenance.model.Shapes;

/** The columns of one element from its attributes, by whatever name implementations give them. For one thread. */
final class ElementValues {
    /** Other names of attributes, from older drafts and other vocabularies. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry(Names.LABEL, "name"),
            Map.entry(Names.VOPROV + "label", "name"),
            Map.entry(Names.FOAF + "name", "name"),
            Map.entry(Names.FOAF + "mbox", "email"),
            Map.entry(Names.VOPROV + "comment", "description"),
            Map.entry(Names.VOPROV + "description", "comment"),
            Map.entry(Names.VOPROV + "annotation", "comment"),
            Map.entry(Names.VOPROV + "doculink", "docurl"),
            Map.entry(Names.VOPROV + "content_type", "contentType"),
            Map.entry(Names.VOPROV + "uType", "utype"));

    private final Shape<?> shape;
    private final Statement statement;
    private final ProvBuilder builder;
    private final Map<String, Object> row = new HashMap<>();

    ElementValues(Shape<?> shape, Statement statement, ProvBuilder builder) {
        this.shape = shape;
        this.statement = statement;
        this.builder = builder;
        row.put("id", statement.id());
        for (int i = 0; i < statement.arguments().size(); i++) {
            String argument = statement.arguments().get(i);
            if (argument != null) {
                put(statement.kind().arguments().get(i).toLowerCase(Locale.ROOT), Times.of(argument, place()));
            }
        }
        statement.attributes().forEach(this::attribute);
    }

    /** The values by column. */
    Map<String, Object> row() {
        return row;
    }

    private String place() {
        return statement.place();
    }

    private void attribute(Statement.Attribute attribute) {
        String text = attribute.value().text();
        if (attribute.name().equals(Names.TYPE)) {
            type(attribute.value());
            return;
        }
        Optional<Attribute<?>> found = find(Names.ofModel(attribute.name()));
        if (found.isEmpty()) {
            found = find(OTHER_NAMES.get(attribute.name()));
        }
        if (found.isEmpty()) {
            builder.remark(
                    "attribute " + attribute.name() + " of " + statement.id() + " has no place in the IVOA's model",
                    place());
            return;
        }
        if (text.isEmpty() && !found.get().name().equals("value")) {
            return;
        }
        String column = found.get().column();
        if (column.equals("options") && row.get(column) != null) {
            // Several options, each by itself, as one of the model's texts.
            row.put(column, row.get(column) + "|" + text);
        } else {
            put(column, found.get().isTime() ? Times.of(text, place()) : text);
        }
    }

    /** Types of agents are values; those of entities and descriptions were understood as classes. */
    private void type(Value value) {
        String type = ElementClasses.typeName(value);
        boolean isAgentType = type.equals("Person") || type.equals("Organization") || type.equals("SoftwareAgent");
        if (shape == Shapes.AGENT && isAgentType) {
            put("type", type);
        } else if (type.isEmpty()) {
            builder.remark("type " + value.text() + " of " + statement.id() + " is not kept", place());
        }
    }

    private Optional<Attribute<?>> find(String name) {
        for (Attribute<?> attribute : shape.attributes()) {
            if (attribute.name().equals(name) && !attribute.column().equals("id")) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /** Puts a value; a second one must be the same. */
    void put(String column, Object value) {
        Object before = row.put(column, value);
        if (before != null && !Objects.equals(before, value)) {
            throw Statements.bad(
                    place(), statement.id() + " has two values of " + column + ": " + before + " and " + value);
        }
    }

    /** What follows the last mark of an identifier: a name for what has none. */
    static String lastPart(String id) {
        String rest = id.replaceAll("[/#?:]+$", "");
        return rest.substring(rest.replaceAll("[^/#?:]*$", "").length());
    }
}
