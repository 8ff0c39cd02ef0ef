package org.ctavo.provenance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ctavo.database.Logins;
import org.ctavo.provenance.model.PublishedTables;
import org.ctavo.provenance.store.StoreFixture;
import org.ctavo.schema.writing.DdlWriter;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the migrations, which never change once they have landed, to the model: together they must make what the
 * generator makes of it, name for name, and nothing else but what is listed here.
 */
class GeneratedTablesTest {
    /** What the migrations add by hand, of which the model knows nothing. */
    private static final Map<String, Set<String>> BY_HAND = Map.of(
            "V1: a short key, for pairs of lineage are numbers",
            Set.of(
                    "column entity.number",
                    "constraint entity.entity_number_key",
                    "column activity.number",
                    "constraint activity.activity_number_key"),
            "V1: who may see a thing",
            Set.of(
                    "column entity.access_groups",
                    "index entity.entity_access",
                    "column activity.access_groups",
                    "index activity.activity_access"),
            "V1, V20: whether that must be asked at all",
            Stream.of(
                            "activitydescription",
                            "agent",
                            "configfile",
                            "entity",
                            "entitydescription",
                            "hadmember",
                            "parameter",
                            "used",
                            "wasassociatedwith",
                            "wasattributedto",
                            "wasconfiguredby",
                            "wasderivedfrom",
                            "wasgeneratedby",
                            "wasinformedby")
                    .map(table -> "column " + table + ".restricted")
                    .collect(Collectors.toSet()),
            "V2: the lineage that follows from the relations; the view progenitor shows it",
            Set.of(
                    "table ancestor",
                    "column ancestor.entity",
                    "column ancestor.ancestor",
                    "column ancestor.depth",
                    "constraint ancestor.ancestor_pkey",
                    "constraint ancestor.ancestor_not_itself",
                    "constraint ancestor.ancestor_depth",
                    "index ancestor.ancestor_ancestor"),
            "V45: which step made a thing, beside the thing",
            Set.of("column wasgeneratedby.step_id", "index wasgeneratedby.wasgeneratedby_step"));

    /** Object, and all that PostgreSQL knows of it; comments too. */
    private static final String OBJECTS =
            """
            SELECT 'table ' || c.relname, 'table: ' || coalesce(obj_description(c.oid), '')
            FROM pg_class c WHERE c.relnamespace = 'provenance'::regnamespace AND c.relkind = 'r'
            UNION ALL
            SELECT 'column ' || c.relname || '.' || a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
                CASE WHEN a.attnotnull THEN 'NOT NULL' END, 'identity ' || nullif(a.attidentity::text, ''),
                CASE a.attgenerated WHEN 's' THEN 'computed' END, pg_get_expr(d.adbin, d.adrelid),
                '-- ' || col_description(c.oid, a.attnum))
            FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relnamespace = 'provenance'::regnamespace AND c.relkind = 'r'
            UNION ALL
            SELECT 'constraint ' || c.relname || '.' || k.conname, pg_get_constraintdef(k.oid)
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            WHERE k.connamespace = 'provenance'::regnamespace AND k.contype IN ('p', 'u', 'c', 'f')
            UNION ALL
            SELECT 'index ' || tablename || '.' || indexname, indexdef FROM pg_indexes
            WHERE schemaname = 'provenance' AND indexname NOT IN (
                SELECT conname FROM pg_constraint WHERE connamespace = 'provenance'::regnamespace)
            """;

    @Test
    void theMigrationsMakeTheTablesThatTheGeneratorMakesOfTheModel() throws SQLException {
        Map<String, String> generated = generated();
        assertThat(generated).hasSizeGreaterThan(200);
        try (StoreFixture fixture = new StoreFixture()) {
            Map<String, String> live = fixture.pairs(OBJECTS);
            Set<String> added = new TreeSet<>(live.keySet());
            added.removeAll(generated.keySet());
            Map<String, String> common = new TreeMap<>(live);
            common.keySet().removeAll(added);
            assertThat(common)
                    .as("review what `cta-vo model --since` writes, and add it as a migration")
                    .isEqualTo(generated);
            assertThat(added)
                    .as("what is added by hand is listed here, with its reason")
                    .isEqualTo(BY_HAND.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        }
    }

    private static Map<String, String> generated() throws SQLException {
        Logins logins = TestPostgres.freshDatabase();
        Map<String, String> objects = new TreeMap<>();
        try (Connection owner = TestPostgres.connect(logins.owner());
                Statement statement = owner.createStatement()) {
            statement.execute(DdlWriter.ddl(PublishedTables.generated().schema()));
            try (ResultSet rows = statement.executeQuery(OBJECTS)) {
                while (rows.next()) {
                    objects.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return objects;
    }
}
