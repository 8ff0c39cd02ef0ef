package org.ctavo.provenance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.ctavo.adql.Adql;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.metadata.TableCatalogue;
import org.ctavo.database.Logins;
import org.ctavo.database.PooledDatabase;
import org.ctavo.provenance.model.PublishedTables;
import org.ctavo.schema.CtaSchemaPlugin;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.spi.Caller;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** However lineage is asked for in ADQL, what is read grows with the answer and not with the archive. */
class LineagePlansTest {
    /** What identifiers begin with; x: here. */
    private static final String IDS = "ivo://x?";

    private static final Adql ADQL = new Adql(FeatureSet.ALL, new ProvenancePlugin().functions());
    private static final TableCatalogue TABLES =
            TableCatalogue.of(Stream.concat(CtaSchemaPlugin.published().stream(), Stream.of(published()))
                    .toList());

    /** Runs of four things; ten versions of each step, and one that made three things. */
    private static final String LINEAGE =
            """
            INSERT INTO provenance.activitydescription (id, name, version)
            SELECT step || v, step, v::text FROM unnest(ARRAY['calibrating', 'selection', 'mapping']) AS step,
                generate_series(0, 9) AS v;
            INSERT INTO provenance.activitydescription (id, name, version) VALUES ('rare', 'mapping', 'rare');
            INSERT INTO provenance.entity (id, name)
            SELECT kind || n, kind || ' of run ' || n
            FROM unnest(ARRAY['x:DL1/', 'x:DL2/', 'x:DL3/', 'x:map/']) AS kind, generate_series(1, 6000) AS n;
            INSERT INTO provenance.activity (id, activitydescription_id)
            SELECT step || n, CASE WHEN step = 'mapping' AND n > 5997 THEN 'rare' ELSE step || n / 601 END
            FROM unnest(ARRAY['calibrating', 'selection', 'mapping']) AS step, generate_series(1, 6000) AS n;
            INSERT INTO provenance.wasgeneratedby (entity_id, activity_id)
            SELECT kind || n, step || n FROM unnest(ARRAY['x:DL2/', 'x:DL3/', 'x:map/'],
                ARRAY['calibrating', 'selection', 'mapping']) AS k (kind, step), generate_series(1, 6000) AS n;
            INSERT INTO provenance.used (activity_id, entity_id)
            SELECT step || n, kind || n FROM unnest(ARRAY['x:DL1/', 'x:DL2/', 'x:DL3/'],
                ARRAY['calibrating', 'selection', 'mapping']) AS k (kind, step), generate_series(1, 6000) AS n;
            INSERT INTO cta.data_product (obs_publisher_did, dataproduct_type, calib_level, obs_collection, obs_id,
                target_name, data_rights)
            SELECT 'x:map/' || n, 'image', 4, 'X', n::text, 'target ' || n % 1000, 'public'
            FROM generate_series(1, 6000) AS n;
            """;

    private static PooledDatabase database;

    private static SchemaDescription published() {
        return PublishedTables.schema();
    }

    @BeforeAll
    static void fill() throws SQLException {
        Logins logins = TestPostgres.migrated(
                List.of(SphereMigrations.SET, CtaSchemaPlugin.MIGRATIONS, ProvenancePlugin.MIGRATIONS));
        database = TestPostgres.pools(logins);
        try (Connection owner = TestPostgres.connect(logins.owner());
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("ALTER TABLE provenance.used DISABLE TRIGGER USER;"
                    + " ALTER TABLE provenance.wasgeneratedby DISABLE TRIGGER USER");
            statement.execute(LINEAGE.replace("x:", IDS));
            statement.execute("SELECT provenance.rebuild_lineage()");
            statement.execute("SELECT provenance.rebuild_steps()");
            statement.execute("ALTER TABLE provenance.used ENABLE TRIGGER USER;"
                    + " ALTER TABLE provenance.wasgeneratedby ENABLE TRIGGER USER");
            owner.commit();
            owner.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE");
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 = cta_made_by(e.id, 'mapping', '0')",
                "cta_made_by(e.id, 'mapping', '0') = 1",
                "cta_made_by(e.id, 'mapping', '0') > 0",
                "cta_made_by(e.id, 'mapping', '0') <> 0",
                "cta_made_by(e.id, 'mapping', '0') IN (1)",
                "NOT cta_made_by(e.id, 'mapping', '0') = 0",
                "cta_made_by(e.id, 'mapping', '0') = 1 OR cta_made_by(e.id, 'mapping', 'rare') = 1",
                "cta_made_by(e.id, 'mapping', 'rare') = 1 OR e.id = 'x:DL1/7'",
                "NOT (cta_made_by(e.id, 'mapping', 'rare') = 0 AND cta_made_by(e.id, 'mapping', 'none') = 0)",
                "cta_made_by(e.id, 'mapping', '0') = 1 AND cta_derived_from(e.id, 'x:DL1/7') = 1",
                "cta_made_by(e.id, 'mapping', '0') = 1 AND NOT cta_derived_from(e.id, 'x:DL1/7') = 1",
                "1 = cta_made_by(e.id, 'mapping', 'rare')",
                "1 = cta_made_by(e.id, 'mapping', 'none')",
                "1 = cta_made_by(e.id, 'none', '0')",
                "1 = cta_made_by(e.id, 'mapping', NULL)",
                "1 = cta_derived_from(e.id, 'x:DL1/7')",
                "cta_derived_from(e.id, 'x:DL1/7') <> 0",
                "NOT cta_derived_from(e.id, 'x:DL1/7') = 0",
                "1 = cta_derived_from('x:map/7', e.id)",
                "cta_derived_from(e.id, 'x:DL1/7') = 1 OR cta_derived_from(e.id, 'x:DL1/8') = 1",
                "cta_derived_from(e.id, 'x:DL1/7') = 1 OR e.id = 'x:DL1/7' OR e.name = 'x:map/ of run 9'",
                "cta_derived_from('x:map/7', e.id) = 1 OR cta_derived_from(e.id, 'x:map/7') = 1",
                "1 = cta_derived_from(e.id, 'none')",
                "cta_derived_from(e.id, 'none') = 1 OR cta_made_by(e.id, 'none', '1') = 1",
            })
    void everySpellingInEveryOrderReadsWhatItFinds(String condition) throws SQLException {
        for (String query : List.of(
                "SELECT e.id FROM provenance.entity AS e WHERE " + condition,
                "SELECT TOP 1 e.id FROM provenance.entity AS e WHERE " + condition,
                "SELECT TOP 1 e.id FROM provenance.entity AS e WHERE " + condition + " ORDER BY e.name",
                "SELECT TOP 100 e.id AS product FROM provenance.entity AS e WHERE " + condition + " ORDER BY product",
                "SELECT COUNT(*) AS n FROM provenance.entity AS e WHERE " + condition,
                "SELECT e.name, COUNT(*) AS n FROM provenance.entity AS e WHERE " + condition + " GROUP BY e.name",
                "SELECT o.obs_id FROM provenance.entity AS e JOIN ivoa.obscore AS o ON o.obs_publisher_did = e.id"
                        + " WHERE " + condition,
                "SELECT TOP 10 o.target_name, e.id FROM ivoa.obscore AS o"
                        + " JOIN provenance.entity AS e ON o.obs_publisher_did = e.id WHERE " + condition
                        + " ORDER BY o.target_name")) {
            assertThat(plan(query)).as(query).noneMatch(LineagePlansTest::readsAll);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT o.obs_id FROM ivoa.obscore AS o WHERE 1 = cta_made_by(o.obs_publisher_did, 'mapping', 'rare')",
                "SELECT TOP 5 o.obs_id FROM ivoa.obscore AS o WHERE"
                        + " cta_made_by(o.obs_publisher_did, 'mapping', 'rare') = 1 ORDER BY o.target_name DESC",
                "SELECT o.obs_id FROM ivoa.obscore AS o WHERE o.target_name = 'target 5'"
                        + " AND cta_made_by(o.obs_publisher_did, 'mapping', '0') = 1",
                "SELECT o.obs_id FROM ivoa.obscore AS o WHERE 1 = cta_derived_from(o.obs_publisher_did, 'x:DL1/7')",
                "SELECT o.obs_id FROM ivoa.obscore AS o WHERE cta_derived_from(o.obs_publisher_did, 'x:DL1/7') = 1"
                        + " OR o.obs_publisher_did = 'x:map/9'",
            })
    void productsAreFoundByTheirLineage(String query) throws SQLException {
        assertThat(plan(query)).noneMatch(LineagePlansTest::readsAll);
        assertThat(rows(translated(query))).isNotEmpty();
    }

    /** "thing" is what a policy would look at for a row that is marked, and it looks at none here. */
    private static boolean readsAll(String line) {
        return line.matches(".*Seq Scan on (entity|wasgeneratedby|used|ancestor|activity|data_product)( (?!thing).*)?")
                || line.contains("using entity_name_idx on");
    }

    @Test
    void theFunctionsSayWhatTheTablesSay() throws SQLException {
        same("cta_made_by(e.id, 'mapping', '0') = 1", "e.id IN (SELECT 'x:map/' || n FROM generate_series(1, 600) n)");
        same("cta_made_by(e.id, 'mapping', 'rare') = 0", "e.id NOT IN ('x:map/5998', 'x:map/5999', 'x:map/6000')");
        same("NOT cta_made_by(e.id, 'none', '1') = 1", "true");
        same("cta_made_by(e.id, 'mapping', NULL) = 1", "false");
        same("cta_made_by(e.id, 'mapping', NULL) = 0", "true");
        same("cta_derived_from(e.id, 'x:DL1/7') = 1", "e.id IN ('x:DL2/7', 'x:DL3/7', 'x:map/7')");
        same(
                "cta_derived_from(e.id, 'x:DL2/7') = 1 OR cta_derived_from('x:DL2/8', e.id) = 1 OR e.id = 'x:DL1/1'",
                "e.id IN ('x:DL3/7', 'x:map/7', 'x:DL1/8', 'x:DL1/1')");
        same(
                "cta_made_by(e.id, 'mapping', 'rare') = 1 OR cta_made_by(e.id, 'none', 'rare') = 1",
                "e.id IN ('x:map/5998', 'x:map/5999', 'x:map/6000')");
        same(
                "(cta_made_by(e.id, 'mapping', 'rare') = 0 OR e.id = 'x:map/6000') AND e.name LIKE 'x:map/%'",
                "e.id LIKE 'x:map/%' AND e.id NOT IN ('x:map/5998', 'x:map/5999')");
    }

    @Test
    void aStepThatIsToldLaterOrAgainIsKnown() throws SQLException {
        try (Connection ingest = database.asIngest();
                Statement statement = ingest.createStatement()) {
            ingest.setAutoCommit(false);
            statement.execute(
                    """
                    INSERT INTO provenance.activitydescription (id, name, version) VALUES ('l', 'late', '1');
                    INSERT INTO provenance.entity (id) VALUES ('late');
                    INSERT INTO provenance.activity (id) VALUES ('late');
                    INSERT INTO provenance.wasgeneratedby (entity_id, activity_id) VALUES ('late', 'late');
                    """);
            ingest.commit();
            String made =
                    translated("SELECT e.id FROM provenance.entity AS e WHERE 1 = cta_made_by(e.id, 'late', '1')");
            assertThat(rows(made)).isEmpty();
            statement.execute("UPDATE provenance.activity SET activitydescription_id = 'l' WHERE id = 'late'");
            ingest.commit();
            assertThat(rows(made)).containsExactly("late");
            statement.execute("INSERT INTO provenance.entity (id) VALUES ('later')");
            statement.execute(
                    "INSERT INTO provenance.wasgeneratedby (entity_id, activity_id) VALUES ('later', 'late')");
            ingest.commit();
            assertThat(rows(made)).containsExactlyInAnyOrder("late", "later");
        }
    }

    private static void same(String condition, String sql) throws SQLException {
        List<String> found = rows(translated("SELECT e.id FROM provenance.entity AS e WHERE e.id LIKE 'x:%/%' AND ("
                + condition + ") ORDER BY e.id"));
        assertThat(found)
                .as(condition)
                .isEqualTo(rows("SELECT e.id FROM provenance.entity e WHERE e.id LIKE 'x:%/%' AND " + sql
                        + " ORDER BY 1 LIMIT 100000"));
    }

    private static String translated(String adql) {
        return ADQL.translate(ADQL.check(adql, TABLES), 100_000).sql();
    }

    private static List<String> plan(String adql) throws SQLException {
        return rows("EXPLAIN " + translated(adql));
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.asCaller(Caller.ANONYMOUS);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql.replace("x:", IDS))) {
            while (row.next()) {
                rows.add(row.getString(1).replace(IDS, "x:"));
            }
        }
        return rows;
    }
}
