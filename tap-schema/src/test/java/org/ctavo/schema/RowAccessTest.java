package org.ctavo.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.ctavo.spi.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A secret observation with all that belongs to it, among open ones: nobody but its group finds a trace of it. */
class RowAccessTest {
    private static final Caller MEMBER =
            new Caller(Optional.of("member"), Set.of("other", "secret"), Caller.Authentication.TOKEN);
    private static final Caller STRANGER =
            new Caller(Optional.of("stranger"), Set.of("other", "secre", "secret2"), Caller.Authentication.TOKEN);

    private static Fixture fixture;

    @BeforeAll
    static void fill() throws SQLException {
        fixture = new Fixture();
        fixture.ingest(
                """
                INSERT INTO cta.site (name, facility) VALUES ('S', 'F');
                INSERT INTO cta.sub_array (name, site_name) VALUES ('A', 'S');
                INSERT INTO cta.target_class (name) VALUES ('Blazar');
                INSERT INTO cta.target (name, target_class) VALUES
                    ('Open', 'Blazar'), ('Hidden', 'Blazar'), ('Hidden by its run', 'Blazar');
                INSERT INTO cta.target_alias VALUES ('Open', 1, 'O'), ('Hidden', 1, 'H');
                INSERT INTO cta.proposal (proposal_id, title, proposal_type, status) VALUES
                    ('P-open', 't', 'open-time', 'accepted'), ('P-hidden', 't', 'open-time', 'accepted');
                INSERT INTO cta.proposal_member VALUES
                    ('P-open', 'm', 'M', 'PI'), ('P-hidden', 'm', 'Hidden M', 'PI');
                INSERT INTO cta.proposal_requirement (proposal_id, number, kind) VALUES
                    ('P-open', 1, 'k'), ('P-hidden', 1, 'hidden k');
                INSERT INTO cta.observing_constraint (proposal_id, number) VALUES ('P-open', 1), ('P-hidden', 1);
                INSERT INTO cta.proposal_target VALUES ('P-open', 'Open'), ('P-hidden', 'Hidden');
                INSERT INTO cta.obs_config (obs_config_id, obs_type, sub_array_name, pointing_ra) VALUES
                    ('C', 'science', 'A', NULL), ('C-hidden', 'science', 'A', 83), ('C-planned', 'science', 'A', 84);
                INSERT INTO cta.processing (processing_id) VALUES ('X'), ('X-hidden');
                INSERT INTO cta.scheduling_block (sb_id, priority, status, category, t_planning, proposal_id,
                    target_name, site_name) VALUES
                    (10, 1, 'Performed', 'Fixed', 1, 'P-open', 'Open', 'S'),
                    (20, 1, 'Performed', 'Fixed', 1, 'P-hidden', 'Hidden', 'S');
                INSERT INTO cta.observation_block (ob_id, sb_id, sequence, status, actual_start, actual_stop,
                    obs_config_id) VALUES
                    (11, 10, 1, 'Performed', 1, 2, 'C'), (21, 20, 1, 'Performed', 1, 2, 'C-hidden'),
                    (22, 20, 2, 'Planned', NULL, NULL, 'C-planned');
                INSERT INTO cta.time_interval (ob_id, number, classtype, t_start, t_stop) VALUES
                    (11, 1, 'GoodTimeInterval', 1, 2), (21, 1, 'GoodTimeInterval', 1, 2);
                INSERT INTO cta.ambient_conditions (ob_id, number, t_start, t_stop) VALUES (11, 1, 1, 2), (21, 1, 1, 2);
                INSERT INTO cta.acquisition (obs_collection, run_id, ob_id, target_name) VALUES
                    ('K', 1, 11, NULL), ('K', 2, 21, NULL), ('K-hidden', 3, NULL, 'Hidden by its run');
                INSERT INTO cta.collection (name, processing_id) VALUES ('K', 'X'), ('K-hidden', 'X-hidden');
                INSERT INTO cta.data_product (obs_publisher_did, calib_level, obs_collection, obs_id, run_id,
                    target_name, data_rights, s_ra, s_dec, s_region)
                    VALUES ('ivo://t/k?1', 2, 'K', '1', 1, 'O', 'public', 10, 10, '{10,10,1}');
                INSERT INTO cta.data_product_secure (obs_publisher_did, calib_level, obs_collection, obs_id, run_id,
                    target_name, data_rights, s_ra, s_dec, s_region, access_groups) VALUES
                    ('ivo://t/k?2', 2, 'K', '2', 2, 'H', 'secure', 10, 10, '{10,10,1}', '{secret}'),
                    ('ivo://t/k?3', 2, 'K-hidden', '3', 3, 'custom', 'secure', 10, 10, '{10,10,1}', '{secret}');
                INSERT INTO cta.data_file (obs_publisher_did, role, root, path, file_name, media_type, bytes, sha256)
                    SELECT did, 'event-list', 'r', did, did, 'application/fits', 1, repeat('0', 64)
                    FROM unnest(ARRAY['ivo://t/k?1', 'ivo://t/k?2']) AS did;
                """);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    static Stream<String> queries() {
        return Stream.of(
                "SELECT run_id FROM cta.vo_obscore",
                "SELECT obs_publisher_did FROM ivoa.obscore",
                "SELECT obs_publisher_did FROM ivoa.obscore_hea",
                "SELECT obs_id FROM ivoa.obsplan",
                "SELECT obs_publisher_did FROM cta.data_file",
                "SELECT name FROM cta.target",
                "SELECT alias FROM cta.target_alias",
                "SELECT proposal_id FROM cta.proposal",
                "SELECT name FROM cta.proposal_member",
                "SELECT kind FROM cta.proposal_requirement",
                "SELECT proposal_id FROM cta.observing_constraint",
                "SELECT target_name FROM cta.proposal_target",
                "SELECT sb_id FROM cta.scheduling_block",
                "SELECT ob_id FROM cta.observation_block",
                "SELECT ob_id FROM cta.time_interval",
                "SELECT ob_id FROM cta.ambient_conditions",
                "SELECT run_id FROM cta.acquisition",
                "SELECT name FROM cta.collection",
                "SELECT obs_config_id FROM cta.obs_config",
                "SELECT processing_id FROM cta.processing");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void theSecretIsSeenByItsGroupAlone(String query) throws SQLException {
        String counted = "SELECT count(*) FROM (" + query + ") AS q";
        for (Caller caller : List.of(Caller.ANONYMOUS, STRANGER)) {
            assertThat(as(caller, query)).as("%s: %s", caller.groups(), query).hasSize(1);
            assertThat(as(caller, counted)).containsExactly("1");
        }
        assertThat(as(MEMBER, query)).as(query).hasSizeGreaterThan(1);
        // The connection went back to the pool: the next caller has none of the groups.
        assertThat(as(Caller.ANONYMOUS, query)).as(query).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT max(run_id)::text FROM cta.vo_obscore",
                "SELECT count(DISTINCT target_class)::text FROM cta.vo_obscore",
                "SELECT string_agg(o.obs_id, ',') FROM ivoa.obscore AS o JOIN cta.data_file AS f"
                        + " ON f.obs_publisher_did = o.obs_publisher_did",
                "WITH a AS (SELECT * FROM cta.vo_obscore) SELECT count(*)::text FROM a",
                "SELECT count(*)::text FROM cta.site WHERE EXISTS (SELECT FROM ivoa.obscore WHERE obs_id <> '1')"
                        + " OR true",
                "SELECT count(*)::text FROM (SELECT obs_id FROM ivoa.obscore UNION ALL SELECT obs_id FROM ivoa.obscore"
                        + " EXCEPT SELECT '0') AS u",
                "SELECT avg(p.run_id)::text FROM cta.vo_obscore AS p RIGHT JOIN cta.acquisition AS a"
                        + " ON a.run_id = p.run_id"
            })
    void aggregatesAndJoinsGiveNothingAway(String query) throws SQLException {
        assertThat(as(Caller.ANONYMOUS, query)).as(query).hasSize(1);
        assertThat(as(Caller.ANONYMOUS, query).get(0)).as(query).startsWith("1");
    }

    @Test
    void anErrorGivesNothingAway() throws SQLException {
        // Division by what only the hidden row has: it would fail if the row were looked at.
        assertThat(as(Caller.ANONYMOUS, "SELECT 1 / (run_id - 2) FROM cta.vo_obscore"))
                .hasSize(1);
        assertThat(as(Caller.ANONYMOUS, "SELECT run_id FROM cta.vo_obscore WHERE 1 / (run_id - 2) < 5"))
                .hasSize(1);
    }

    /** That it went would tell of the secret. */
    @Test
    void aTargetThatIsPlannedOpenlyStaysWhenASecretProductComes() throws SQLException {
        try (Fixture other = new Fixture()) {
            other.ingest(
                    """
                    INSERT INTO cta.site (name, facility) VALUES ('S', 'F');
                    INSERT INTO cta.target (name) VALUES ('Listed'), ('Planned'), ('Hidden');
                    INSERT INTO cta.proposal (proposal_id, title, proposal_type, status)
                        VALUES ('P', 't', 'open-time', 'accepted');
                    INSERT INTO cta.proposal_target VALUES ('P', 'Listed');
                    INSERT INTO cta.scheduling_block (sb_id, priority, status, category, t_planning, proposal_id,
                        target_name, site_name) VALUES (1, 1, 'Planned', 'Fixed', 1, 'P', 'Planned', 'S');
                    INSERT INTO cta.data_product_secure (obs_publisher_did, calib_level, obs_collection, obs_id,
                        target_name, data_rights, access_groups)
                    SELECT 'ivo://t/' || name, 2, 'K', name, name, 'secure', '{secret}'
                    FROM unnest(ARRAY['Listed', 'Planned', 'Hidden']) AS name;
                    """);
            try (Connection anyone = other.database.asCaller(Caller.ANONYMOUS)) {
                assertThat(Fixture.column(anyone, "SELECT name FROM cta.target ORDER BY 1"))
                        .containsExactly("Listed", "Planned");
                assertThat(Fixture.column(anyone, "SELECT target_name FROM ivoa.obsplan"))
                        .containsExactly("Planned");
                assertThat(Fixture.column(anyone, "SELECT obs_id FROM ivoa.obscore"))
                        .isEmpty();
            }
        }
    }

    @Test
    void writersTablesAreClosedToQueries() throws SQLException {
        for (String table : List.of(
                "cta.product_key",
                "cta.ingested_file",
                "cta.staging",
                "access.secret",
                "access.secret_row",
                "access.secret_configuration",
                "access.secret_block")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> as(MEMBER, "SELECT 1 FROM " + table))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aTableThatTellsOfProductsIsUnderAPolicyOrTellsOfNone() throws SQLException {
        assertThat(as(
                        Caller.ANONYMOUS,
                        "SELECT c.relname FROM pg_catalog.pg_class AS c WHERE c.relnamespace ="
                                + " 'cta'::regnamespace AND c.relkind = 'r' AND NOT c.relrowsecurity"
                                + " AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1"))
                .containsExactly(
                        "data_product",
                        "instrument_description",
                        "site",
                        "sub_array",
                        "sub_array_telescope",
                        "target_class",
                        "telescope");
    }

    private static List<String> as(Caller caller, String query) throws SQLException {
        try (Connection connection = fixture.database.asCaller(caller)) {
            return Fixture.column(connection, query);
        }
    }
}
