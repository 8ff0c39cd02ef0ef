package org.ctavo.schema.relational;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ctavo.schema.model.Annotations;
import org.ctavo.schema.model.Head;
import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.ModelFault;
import org.ctavo.schema.model.Property;
import org.ctavo.schema.model.Type;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.Fault;

/** Makes columns of attributes: one of a simple value, several of a structured one. */
final class Columns {
    private static final int DEEPEST = 10;
    private static final Map<String, SqlType> BASE = Map.ofEntries(
            Map.entry("string", SqlType.TEXT),
            Map.entry("boolean", SqlType.BOOLEAN),
            Map.entry("integer", SqlType.LONG),
            Map.entry("nonnegativeInteger", SqlType.LONG),
            Map.entry("positiveInteger", SqlType.LONG),
            Map.entry("real", SqlType.DOUBLE),
            Map.entry("decimal", SqlType.DOUBLE),
            Map.entry("rational", SqlType.TEXT),
            Map.entry("complex", SqlType.COMPLEX),
            Map.entry("datetime", SqlType.TIMESTAMP),
            Map.entry("duration", SqlType.TEXT),
            Map.entry("anyURI", SqlType.TEXT),
            Map.entry("Unit", SqlType.TEXT));
    private static final Map<String, String> LEAST = Map.of("nonnegativeInteger", " >= 0", "positiveInteger", " > 0");

    /**
     * A column and what it was made of.
     *
     * @param column with the name it should have
     * @param source the attribute, or the field of a structured type
     * @param checks conditions, in which {@code COLUMN} stands for the column's name
     */
    record Made(Column column, Property source, List<String> checks) {}

    private final Model model;
    private final Naming naming;

    Columns(Model model, Naming naming) {
        this.model = model;
        this.naming = naming;
    }

    /** The columns of an attribute, whatever its multiplicity. */
    List<Made> of(Property attribute) {
        List<Made> made = new ArrayList<>();
        String utype = model.name() + ":" + attribute.head().id();
        add(attribute, columnName(attribute), utype, !attribute.multiplicity().isMandatory(), made, 0);
        return made;
    }

    /** The name an attribute or reference asks for, or one made of its own. */
    String columnName(Property property) {
        return property.head().annotations().value("sql.column").orElseGet(() -> naming.name(property.name()));
    }

    private void add(Property property, String name, String utype, boolean nullable, List<Made> made, int depth) {
        Type type = model.type(property.type());
        if (type instanceof Type.DataType dataType) {
            fields(property, dataType, name, utype, nullable, made, depth);
            return;
        }
        List<String> words = type instanceof Type.Enumeration enumeration
                ? enumeration.literals().stream().map(Head::name).toList()
                : List.of();
        Annotations annotations = property.head().annotations();
        SqlType sqlType = annotations
                .value("sql.type")
                .map(word -> SqlType.named(word).orElseThrow(() -> unmappable(property, "asks for the type " + word)))
                .orElseGet(() -> sqlType(type));
        List<String> checks = new ArrayList<>(annotations.all("sql.check"));
        least(type).ifPresent(bound -> checks.add("COLUMN" + bound));
        Column column = new Column(
                sqlType,
                nullable,
                annotations.value("sql.default"),
                annotations.flag("sql.generated"),
                Optional.empty(),
                words,
                description(property.head(), name, sqlType, utype),
                !annotations.flag("tap.hidden") && sqlType != SqlType.WORDS);
        made.add(new Made(column, property, checks));
    }

    private void fields(
            Property property,
            Type.DataType type,
            String prefix,
            String utype,
            boolean nullable,
            List<Made> made,
            int depth) {
        if (depth > DEEPEST) {
            throw unmappable(property, "has a structured type that holds itself");
        }
        for (Type ancestor : model.lineage(type)) {
            for (Property field : ancestor.properties()) {
                if (field.kind() != Property.Kind.ATTRIBUTE
                        || field.multiplicity().isMany()) {
                    throw unmappable(
                            field, "stands in a dataType and is no attribute of one value: make it an objectType");
                }
                String own = columnName(field);
                add(
                        field,
                        prefix.isEmpty() ? own : prefix + "_" + own,
                        utype + "." + field.name(),
                        nullable || !field.multiplicity().isMandatory(),
                        made,
                        depth + 1);
            }
        }
    }

    /** Describes a column by an element of the model and its annotations. */
    static ColumnDescription description(Head head, String name, SqlType type, String utype) {
        Annotations annotations = head.annotations();
        return new ColumnDescription(
                name,
                type.datatype(),
                type.arraysize(),
                type.xtype(),
                annotations.value("tap.unit"),
                annotations.value("tap.ucd"),
                Optional.of(annotations.value("tap.utype").orElse(utype)),
                head.description().replaceAll("\\s+", " "),
                annotations.flag("tap.principal"),
                false,
                annotations.flag("tap.std"));
    }

    /** A column that the tool made, described as {@code <?tap column="…" …?>} says. */
    static ColumnDescription told(ColumnDescription made, Annotations annotations) {
        String of = "tap." + made.name() + ".";
        return new ColumnDescription(
                made.name(),
                made.datatype(),
                made.arraysize(),
                made.xtype(),
                annotations.value(of + "unit").or(made::unit),
                annotations.value(of + "ucd").or(made::ucd),
                annotations.value(of + "utype").or(made::utype),
                annotations.value(of + "description").orElse(made.description()),
                made.principal() || annotations.flag(of + "principal"),
                made.indexed(),
                made.std() || annotations.flag(of + "std"));
    }

    private SqlType sqlType(Type type) {
        for (Type ancestor : model.lineage(type)) {
            Optional<SqlType> asked =
                    type.head().annotations().value("sql.type").flatMap(SqlType::named);
            SqlType base = ancestor.head().id().startsWith("ivoa:")
                    ? BASE.get(ancestor.head().name())
                    : null;
            if (asked.isPresent() || base != null) {
                return asked.orElse(base);
            }
        }
        return SqlType.TEXT;
    }

    private Optional<String> least(Type type) {
        Type root = model.root(type);
        return root.head().id().startsWith("ivoa:")
                ? Optional.ofNullable(LEAST.get(root.head().name()))
                : Optional.empty();
    }

    static Fault unmappable(Property property, String message) {
        return unmappable(property.kind().word(), property.head(), message);
    }

    static Fault unmappable(String kind, Head head, String message) {
        return new Fault(
                ModelFault.UNMAPPABLE_MODEL,
                "line " + head.line() + ": " + kind + " " + head.id() + " " + message + ".");
    }
}
