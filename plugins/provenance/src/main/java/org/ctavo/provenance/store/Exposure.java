package org.ctavo.provenance.store;

import java.util.stream.Collectors;

import org.ctavo.provenance.model.Attribute;
import org.ctavo.provenance.model.Shape;

/**
 * The statement that finds the first row of one class which would add to what others than some groups see. It takes
 * one text array a column and, last, the groups; it is asked before anything is merged, so that what is new is not yet
 * there.
 */
final class Exposure {
    private final Shape<?> shape;
    private final MergeSql merge;

    Exposure(Shape<?> shape) {
        this.shape = shape;
        this.merge = new MergeSql(shape);
    }

    String sql() {
        return merge.rows() + ", g AS (SELECT ?::text[] AS groups) SELECT n.place FROM n CROSS JOIN g LEFT JOIN "
                + merge.table() + " t ON " + merge.same() + " WHERE (t.ctid IS NULL OR " + merge.news() + ") AND "
                + isSeen() + " ORDER BY n.place LIMIT 1";
    }

    private String isSeen() {
        return switch (shape.table()) {
            case "entity", "activity" -> "t.ctid IS NOT NULL AND " + seenThing("t");
            case "agent", "activitydescription" -> "t.ctid IS NOT NULL AND " + seenByMark("t", shape.table());
            case "entitydescription" -> "t.ctid IS NOT NULL"
                    + " AND (NOT t.restricted OR provenance.sees_entity_description(t.id))";
            case "parameter", "configfile" -> "t.ctid IS NOT NULL AND NOT t.restricted";
            default -> references();
        };
    }

    /** Relations and parts of descriptions are seen with all that they are about. */
    private String references() {
        return shape.attributes().stream()
                .map(Exposure::seenReference)
                .filter(condition -> !condition.isEmpty())
                .collect(Collectors.joining(" AND "));
    }

    private static String seenReference(Attribute<?> attribute) {
        String id = "n." + attribute.column();
        return switch (attribute.target().orElse("")) {
            case "entity" -> "EXISTS (SELECT FROM provenance.entity s WHERE s.id = " + id + " AND " + seenThing("s")
                    + ")";
            case "activity" -> "EXISTS (SELECT FROM provenance.activity s WHERE s.id = " + id + " AND " + seenThing("s")
                    + ")";
            case "activitydescription" -> "EXISTS (SELECT FROM provenance.activitydescription d WHERE d.id = " + id
                    + " AND " + seenByMark("d", "activitydescription") + ")";
            case "usagedescription", "generationdescription" -> attribute.isKey()
                    ? "EXISTS (SELECT FROM provenance." + attribute.target().get()
                            + " u JOIN provenance.activitydescription d ON d.id = u.activitydescription_id"
                            + " WHERE u.id = " + id + " AND " + seenByMark("d", "activitydescription") + ")"
                    : "";
            default -> "";
        };
    }

    private static String seenThing(String alias) {
        return "(" + alias + ".access_groups IS NULL OR NOT " + alias + ".access_groups <@ g.groups)";
    }

    private static String seenByMark(String alias, String kind) {
        return "(NOT " + alias + ".restricted OR provenance.sees_marked('" + kind + "', " + alias + ".id))";
    }
}
