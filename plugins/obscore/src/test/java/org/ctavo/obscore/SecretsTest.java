package org.ctavo.obscore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.ctavo.adql.Adql;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.metadata.TableCatalogue;
import org.ctavo.database.PooledDatabase;
import org.ctavo.schema.CtaSchemaPlugin;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.spi.Caller;
import org.ctavo.testing.Probes;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two archives, one with a secret observation and one without: no query of an anonymous caller can tell which is which,
 * by its rows or by its error.
 */
class SecretsTest {
    private static final Adql ADQL = new Adql(FeatureSet.ALL, List.of());
    private static final Caller MEMBER =
            new Caller(Optional.of("member"), Set.of("secret"), Caller.Authentication.TOKEN);

    /** A table, a text column of it, a number of it. */
    private record Target(String table, String text, String number) {}

    private static final List<Target> TARGETS = List.of(
            new Target("ivoa.obscore", "obs_publisher_did", "calib_level"),
            new Target("ivoa.obscore_hea", "obs_publisher_did", "ev_xel"),
            new Target("cta.vo_obscore", "target_name", "run_id"),
            new Target("ivoa.obsplan", "obs_id", "t_planning"),
            new Target("cta.data_file", "file_name", "bytes"),
            new Target("cta.target", "name", "ra"),
            new Target("cta.target_alias", "alias", "seq"),
            new Target("cta.proposal", "proposal_id", "granted_time"),
            new Target("cta.proposal_member", "name", "0"),
            new Target("cta.proposal_target", "target_name", "0"),
            new Target("cta.scheduling_block", "target_name", "sb_id"),
            new Target("cta.observation_block", "obs_config_id", "ob_id"),
            new Target("cta.time_interval", "classtype", "t_start"),
            new Target("cta.ambient_conditions", "atmosphere", "t_start"),
            new Target("cta.acquisition", "obs_collection", "run_id"),
            new Target("cta.collection", "name", "0"));

    private static PooledDatabase without;
    private static PooledDatabase with;

    @BeforeAll
    static void fill() throws SQLException {
        without = database();
        with = database();
        for (PooledDatabase database : List.of(without, with)) {
            ingest(
                    database,
                    "INSERT INTO cta.site (name, facility) VALUES ('S', 'F');"
                            + "INSERT INTO cta.sub_array (name, site_name) VALUES ('A', 'S');"
                            + "INSERT INTO cta.obs_config (obs_config_id, obs_type, sub_array_name)"
                            + " VALUES ('C', 'science', 'A')");
            observation(database, "Open", 1, "data_product", "public", "");
        }
        observation(with, "Hidden", 2, "data_product_secure", "secure", "secret");
    }

    private static PooledDatabase database() {
        return TestPostgres.pools(TestPostgres.migrated(List.of(SphereMigrations.SET, CtaSchemaPlugin.MIGRATIONS)));
    }

    private static void observation(
            PooledDatabase database, String name, int number, String table, String rights, String group)
            throws SQLException {
        ingest(
                database,
                """
                INSERT INTO cta.target (name, ra, dec) VALUES ('%1$s', %2$d, %2$d);
                INSERT INTO cta.target_alias VALUES ('%1$s', 1, '%1$s alias');
                INSERT INTO cta.proposal (proposal_id, title, proposal_type, status, granted_time)
                    VALUES ('%1$s', 't', 'open-time', 'accepted', %2$d);
                INSERT INTO cta.proposal_member VALUES ('%1$s', 'm', '%1$s member', 'PI');
                INSERT INTO cta.proposal_target VALUES ('%1$s', '%1$s');
                INSERT INTO cta.scheduling_block (sb_id, priority, status, category, t_planning, proposal_id,
                    target_name, site_name) VALUES (%2$d, 1, 'Performed', 'Fixed', %2$d, '%1$s', '%1$s', 'S');
                INSERT INTO cta.observation_block (ob_id, sb_id, sequence, status, actual_start, actual_stop,
                    obs_config_id) VALUES (%2$d, %2$d, 1, 'Performed', 1, 2, 'C');
                INSERT INTO cta.time_interval (ob_id, number, classtype, t_start, t_stop)
                    VALUES (%2$d, 1, 'GoodTimeInterval', %2$d, 9);
                INSERT INTO cta.ambient_conditions (ob_id, number, t_start, t_stop, atmosphere)
                    VALUES (%2$d, 1, %2$d, 9, '%1$s');
                INSERT INTO cta.collection (name) VALUES ('%1$s');
                INSERT INTO cta.acquisition (obs_collection, run_id, ob_id) VALUES ('%1$s', %2$d, %2$d);
                INSERT INTO cta.%3$s (obs_publisher_did, dataproduct_type, calib_level, obs_collection, obs_id, run_id,
                    ev_xel, target_name, data_rights, access_groups)
                    VALUES ('ivo://t/%1$s?%2$d', 'event', 2, '%1$s', '%2$d', %2$d, %2$d, '%1$s', '%4$s', '{%5$s}');
                INSERT INTO cta.data_file (obs_publisher_did, role, root, path, file_name, media_type, bytes, sha256)
                    VALUES ('ivo://t/%1$s?%2$d', 'event-list', 'r', '%1$s', '%1$s.fits', 'application/fits', %2$d,
                        repeat('0', 64));
                """
                        .formatted(name, number, table, rights, group));
    }

    private static void ingest(PooledDatabase database, String sql) throws SQLException {
        try (Connection connection = database.asIngest();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @AfterAll
    static void close() {
        without.close();
        with.close();
    }

    static Stream<String> queries() {
        return TARGETS.stream().flatMap(target -> Probes.of(target.table(), target.text(), target.number()).stream());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void noQueryTellsThatThereIsASecret(String query) throws SQLException {
        String sql = ADQL.translate(ADQL.check(query, TableCatalogue.of(CtaSchemaPlugin.published())), 1000)
                .sql();
        assertThat(answer(with, Caller.ANONYMOUS, sql)).isEqualTo(answer(without, Caller.ANONYMOUS, sql));
    }

    @Test
    void thereAreMoreThanTwoHundredQueriesAndMembersSeeTheSecretInEachTable() throws SQLException {
        assertThat(queries()).hasSizeGreaterThan(200);
        for (Target target : TARGETS) {
            String sql = "SELECT count(*) FROM " + target.table();
            assertThat(answer(with, MEMBER, sql)).as(target.table()).containsExactly("2");
            assertThat(answer(with, Caller.ANONYMOUS, sql)).as(target.table()).containsExactly("1");
        }
    }

    /** All rows as text, or the error. */
    private static List<String> answer(PooledDatabase database, Caller caller, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.asCaller(caller);
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    StringBuilder line = new StringBuilder();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        line.append(i == 1 ? "" : "|").append(rows.getString(i));
                    }
                    lines.add(line.toString());
                }
            } catch (SQLException e) {
                lines.add(e.getSQLState() + " " + e.getMessage());
            }
        }
        return lines;
    }
}
