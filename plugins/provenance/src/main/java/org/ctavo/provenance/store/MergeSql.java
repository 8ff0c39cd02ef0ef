package org.ctavo.provenance.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ctavo.provenance.model.Attribute;
import org.ctavo.provenance.model.DescriptionShapes;
import org.ctavo.provenance.model.RelationShapes;
import org.ctavo.provenance.model.Shape;
import org.ctavo.provenance.model.Shapes;

/**
 * The statements that merge rows of one class into its table. All take one text array a column and see it as rows
 * {@code n}; none holds anything but names from the shape.
 */
final class MergeSql {
    private final Shape<?> shape;
    private final List<? extends Attribute<?>> attributes;

    MergeSql(Shape<?> shape) {
        this.shape = shape;
        this.attributes = shape.attributes();
    }

    int columns() {
        return attributes.size();
    }

    /** Rows that say otherwise than the table: ordinal, attribute, what the table says, what the row says. */
    Optional<String> contradictions() {
        String clashes = attributes.stream()
                .filter(a -> !a.isKey())
                .map(a -> "SELECT n.place, '" + a.name() + "', " + known("t", a) + "::text, " + known("n", a)
                        + "::text FROM n JOIN " + table() + " t ON " + same() + " WHERE " + known("t", a) + " <> "
                        + known("n", a))
                .collect(Collectors.joining(" UNION ALL "));
        return clashes.isEmpty() ? Optional.empty() : Optional.of(rows() + clashes + " LIMIT 1");
    }

    /** Rows that refer to what the database does not have: ordinal, attribute, identifier. */
    Optional<String> danglingReferences() {
        String dangling = attributes.stream()
                .filter(a -> a.target().isPresent())
                .map(a -> "SELECT n.place, '" + a.name() + "', n." + a.column() + " FROM n WHERE n." + a.column()
                        + " IS NOT NULL AND NOT EXISTS (SELECT FROM provenance."
                        + a.target().get() + " r WHERE r.id = n." + a.column() + ")")
                .collect(Collectors.joining(" UNION ALL "));
        return dangling.isEmpty() ? Optional.empty() : Optional.of(rows() + dangling + " LIMIT 1");
    }

    /** Rows whose role, name or class is not that of their description: ordinal, attribute, the two texts. */
    Optional<String> otherwiseDescribed() {
        return description()
                .map(d -> rows() + "SELECT n.place, '" + d.word + "', d." + d.word + ", coalesce(n." + d.word
                        + ", 'nothing') FROM n JOIN provenance." + d.table + " d ON d.id = n." + d.table
                        + "_id WHERE d." + d.word + " IS DISTINCT FROM n." + d.word
                        // Entities of no special class may have any description.
                        + (shape == Shapes.ENTITY ? " AND n.classtype IN ('value', 'dataset')" : "") + " LIMIT 1");
    }

    /** Uses outside the time of their activity, and activities with such uses in the table: ordinal, the time. */
    Optional<String> untimely() {
        if (shape == RelationShapes.USED) {
            return Optional.of(rows() + "SELECT n.place, n.usage_time::text FROM n JOIN provenance.activity a"
                    + " ON a.id = n.activity_id WHERE n.usage_time < a.starttime OR n.usage_time > a.endtime LIMIT 1");
        } else if (shape == Shapes.ACTIVITY) {
            return Optional.of(rows() + "SELECT n.place, u.usage_time::text FROM n JOIN provenance.used u"
                    + " ON u.activity_id = n.id WHERE u.usage_time < n.starttime OR u.usage_time > n.endtime LIMIT 1");
        }
        return Optional.empty();
    }

    /** Adds the rows whose keys are new. */
    String insert() {
        String columns = attributes.stream().map(Attribute::column).collect(Collectors.joining(", "));
        String values = attributes.stream()
                .map(a -> isAgentName(a) ? "coalesce(n.name, n.id)" : "n." + a.column())
                .collect(Collectors.joining(", "));
        return rows() + "INSERT INTO " + table() + " (" + columns + ") SELECT " + values
                + " FROM n WHERE NOT EXISTS (SELECT FROM " + table() + " t WHERE " + same() + ")"
                + " ORDER BY n.place ON CONFLICT DO NOTHING";
    }

    /** Completes the rows that were there with what was not known of them. */
    Optional<String> complete() {
        List<? extends Attribute<?>> open = open();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        String sets = open.stream()
                .map(a -> a.column() + " = coalesce(" + known("n", a) + ", t." + a.column() + ")")
                .collect(Collectors.joining(", "));
        return Optional.of(
                rows() + "UPDATE " + table() + " t SET " + sets + " FROM n WHERE " + same() + " AND (" + news() + ")");
    }

    private List<? extends Attribute<?>> open() {
        return attributes.stream()
                .filter(a -> !a.isKey())
                .filter(a -> !(shape == RelationShapes.WAS_GENERATED_BY
                        && a.target().filter("activity"::equals).isPresent()))
                .toList();
    }

    /** Whether the row completes the one of the table; false for classes without anything to complete. */
    String news() {
        return open().stream()
                .map(a -> known("t", a) + " IS NULL AND " + known("n", a) + " IS NOT NULL")
                .reduce((a, b) -> a + " OR " + b)
                .orElse("false");
    }

    String table() {
        return "provenance." + shape.table();
    }

    /** The rows as {@code n}. */
    String rows() {
        String arrays = attributes.stream().map(a -> "?::text[]").collect(Collectors.joining(", "));
        String names = attributes.stream().map(a -> "x" + a.column()).collect(Collectors.joining(", "));
        String casts = attributes.stream()
                .map(a -> "x" + a.column() + (a.isTime() ? "::timestamp" : "") + " AS " + a.column())
                .collect(Collectors.joining(", "));
        return "WITH n AS (SELECT place, " + casts + " FROM unnest(" + arrays + ") WITH ORDINALITY AS u(" + names
                + ", place)) ";
    }

    /** Whether {@code n} is {@code t} of the table. */
    String same() {
        return attributes.stream()
                .filter(Attribute::isKey)
                .map(a -> "t." + a.column() + (a.part() == Attribute.Part.KEY ? " = " : " IS NOT DISTINCT FROM ") + "n."
                        + a.column())
                .collect(Collectors.joining(" AND "));
    }

    /** The column, or null where its value stands for "not known". */
    private String known(String alias, Attribute<?> a) {
        String column = alias + "." + a.column();
        if (a.column().equals("classtype")) {
            return "nullif(" + column + ", 'entity')";
        }
        return isAgentName(a) ? "nullif(" + column + ", " + alias + ".id)" : column;
    }

    private boolean isAgentName(Attribute<?> a) {
        return shape == Shapes.AGENT && a.column().equals("name");
    }

    private record Described(String table, String word) {}

    private Optional<Described> description() {
        if (shape == RelationShapes.USED) {
            return Optional.of(new Described(DescriptionShapes.USAGE_DESCRIPTION.table(), "role"));
        } else if (shape == RelationShapes.WAS_GENERATED_BY) {
            return Optional.of(new Described(DescriptionShapes.GENERATION_DESCRIPTION.table(), "role"));
        } else if (shape == Shapes.ENTITY) {
            return Optional.of(new Described(DescriptionShapes.ENTITY_DESCRIPTION.table(), "classtype"));
        } else if (shape == Shapes.PARAMETER) {
            return Optional.of(new Described(DescriptionShapes.PARAMETER_DESCRIPTION.table(), "name"));
        } else if (shape == Shapes.CONFIG_FILE) {
            return Optional.of(new Described(DescriptionShapes.CONFIG_FILE_DESCRIPTION.table(), "name"));
        }
        return Optional.empty();
    }
}
