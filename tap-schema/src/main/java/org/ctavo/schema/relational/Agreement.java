package org.ctavo.schema.relational;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ctavo.schema.model.Annotations;
import org.ctavo.schema.model.Head;
import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Property;
import org.ctavo.schema.model.Type;
import org.ctavo.schema.model.Type.ObjectType;

/**
 * A reference whose object and target must agree in a column, as the role of a use and that of its description: the
 * pair of key and column refers to the pair. In the column {@code classtype} they agree for those classes whose
 * constraints narrow the reference (VO-DML 1.0, SubsettedRole).
 *
 * @param reference the property, which says {@code <?sql same="…"?>}
 * @param source the classes of the objects
 * @param table their table
 * @param names its columns that refer
 * @param target the classes referred to
 * @param targetTable their table
 * @param targetKey its key
 */
record Agreement(
        Property reference,
        Hierarchy source,
        TableBuilder table,
        List<String> names,
        Hierarchy target,
        TableBuilder targetTable,
        List<String> targetKey) {

    /** Whether a reference asks for agreement. */
    static boolean isAsked(Property reference) {
        return reference.head().annotations().value("sql.same").isPresent();
    }

    /** Whether the pair holds the reference for every object, so that it needs no key of its own. */
    static boolean holdsAll(Property reference) {
        return reference
                .head()
                .annotations()
                .value("sql.same")
                .filter(same -> !Named.of(same).rule().equals(Mapping.CLASS_TYPE))
                .isPresent();
    }

    /** Has the database see to it; once both tables have all their columns. */
    void hold(Model model, Naming naming, Traces traces) {
        Named same = Named.of(reference.head().annotations().value("sql.same").orElseThrow());
        String column = same.rule();
        if (!table.has(column) || !targetTable.has(column)) {
            throw Columns.unmappable(
                    reference,
                    "wants the same " + column + " in " + table.name() + " and " + targetTable.name()
                            + ", which do not both have it");
        }
        String own = column.equals(Mapping.CLASS_TYPE) ? narrowed(model, naming, traces) : required(column);
        List<String> pair = with(names, own);
        targetTable.unique(with(targetKey, column));
        table.link(new Link(
                same.in(table.name())
                        .orElseGet(() -> Naming.shortened(table.name() + "_" + String.join("_", pair) + "_fkey")),
                pair,
                targetTable.name(),
                with(targetKey, column),
                false,
                true,
                false,
                reference.head().description(),
                model.name() + ":" + reference.head().id()));
    }

    /** A foreign key with a NULL in it refers to nothing: there must be no NULL beside a reference. */
    private String required(String column) {
        if (table.column(column).nullable()) {
            table.check(column, names.get(0) + " IS NULL OR " + column + " IS NOT NULL");
        }
        return column;
    }

    /** Adds a column with the class that the target must have, which is NULL where it may have any. */
    private String narrowed(Model model, Naming naming, Traces traces) {
        String name = naming.name(reference.name()) + "_class";
        List<String> words = new ArrayList<>();
        for (ObjectType member : source.members()) {
            for (Type.Constraint constraint : member.constraints()) {
                if (constraint.role().filter(reference.head().id()::equals).isPresent()) {
                    words.addAll(words(model, member, constraint));
                    traces.add(constraint, table.name() + "." + name);
                }
            }
        }
        if (words.isEmpty()) {
            throw Columns.unmappable(reference, "wants the same class, but no constraint of a class narrows it");
        }
        Head about = new Head(
                "",
                name,
                "Class that its " + reference.name() + " must have; NULL for any",
                reference.head().line(),
                Annotations.NONE);
        return table.add(
                        Column.computed(
                                        SqlType.TEXT,
                                        true,
                                        "CASE WHEN " + Mapping.CLASS_TYPE + " IN " + Sql.literals(words) + " THEN "
                                                + Mapping.CLASS_TYPE + " END",
                                        Columns.description(
                                                about,
                                                name,
                                                SqlType.TEXT,
                                                model.name() + ":"
                                                        + reference.head().id()))
                                .hidden(),
                        table.name())
                .name();
    }

    private List<String> words(Model model, ObjectType member, Type.Constraint constraint) {
        Optional<Type> narrow = constraint.type().flatMap(model::find).filter(target.members()::contains);
        List<String> words = source.words(model, member);
        if (narrow.isEmpty() || !words.equals(target.words(model, narrow.get()))) {
            throw Columns.unmappable(
                    reference,
                    "wants the same class, but rows of " + member.head().id() + " and of "
                            + constraint.type().orElse("nothing")
                            + " are not told by the same word; give them one by <?sql class=\"…\"?>");
        }
        return words;
    }

    private static List<String> with(List<String> names, String last) {
        List<String> all = new ArrayList<>(names);
        all.add(last);
        return all;
    }
}
