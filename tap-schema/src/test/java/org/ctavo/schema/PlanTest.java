package org.ctavo.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ctavo.spi.Caller;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The indexes serve the searches through the views, for anonymous callers and for members of groups. */
class PlanTest {
    private static final int ROWS = 30_000;

    private static Fixture fixture;

    @BeforeAll
    static void generate() throws SQLException {
        fixture = new Fixture();
        fixture.ingest(rows("data_product", ROWS, "public", ""));
        fixture.ingest(rows("data_product_secure", ROWS / 100, "secure", "g1"));
        try (Connection owner = TestPostgres.connect(fixture.logins.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("ANALYZE cta.data_product, cta.data_product_secure");
        }
    }

    private static String rows(String table, int count, String rights, String groups) {
        return """
                INSERT INTO cta.%1$s (obs_publisher_did, dataproduct_type, calib_level, obs_collection, obs_id, run_id,
                    target_name, target_class, proposal_id, s_ra, s_dec, s_region, t_min, t_max, em_min, em_max,
                    energy_min, energy_max, data_rights, access_groups, sub_array_name, pointing_mode,
                    pipeline_version, reco_method, applied_cuts)
                SELECT 'ivo://plan/%1$s?' || i, 'event', 2, 'X', i::text, i, 'target ' || i %% 5000,
                    CASE WHEN i %% 500 = 0 THEN 'Blazar' ELSE 'SNR' END, 'proposal ' || i %% 3000, ra, dec,
                    ARRAY[ra, dec, 2.5], t, t + 0.02, 1.239841984332e-6 / e, 1.239841984332e-6 / 1e11, 1e11, e,
                    '%3$s', '{%4$s}', 'array ' || i %% 1000,
                    CASE WHEN i %% 7 = 0 THEN 'divergent-5d' ELSE 'parallel' END,
                    'v' || i %% 2000, 'method ' || i %% 1000, CASE WHEN i %% 900 = 0 THEN 'loose' ELSE 'std' END
                FROM (SELECT i, (i * 137.508) %% 360 AS ra, degrees(asin(2.0 * i / %2$s - 1)) AS dec,
                        50000 + i * 0.03 AS t, 1e12 * 200 ^ ((i * 7919 %% 10007) / 10007.0) AS e
                    FROM generate_series(1, %2$s - 1) AS i) AS g
                """
                .formatted(table, count, rights, groups);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            cone|sphere.vec(s_ra, s_dec) OPERATOR(sphere.<@) sphere.cone(83.6, 22, 0.5)|vec_s_ra
            region|sphere.bounds(s_region) OPERATOR(sphere.&&) sphere.cone(83.6, 22, 0.1)|bounds_s_region
            target|target_name = 'target 17'|target_name
            target at time|target_name = 'target 17' AND t_min <= 50100 AND t_max >= 50100|target_name
            time|t_min BETWEEN 50100 AND 50101|t_min
            above 50 TeV|em_min <= 1.239841984332e-6 / 1.99e14|em_min
            energy|energy_max >= 1.99e14|energy_max
            blazars|target_class = 'Blazar' AND data_rights = 'public'|target_class
            proposal|proposal_id = 'proposal 12'|proposal_id
            sub-array|sub_array_name IN ('array 3', 'array 4')|sub_array_name
            not divergent|target_name = 'target 17' AND pointing_mode NOT LIKE 'divergent%'|target_name
            pipeline|pipeline_version = 'v12' AND target_name = 'target 12'|target_name
            method|reco_method = 'method 5'|reco_method
            loose cuts|target_name = 'target 900' AND applied_cuts = 'loose'|target_name
            either|target_name = 'target 17' OR proposal_id = 'proposal 12'|proposal_id
            run|run_id = 4711|run_id
            identifier|obs_publisher_did = 'ivo://plan/data_product?4711'|data_product_pkey
            """)
    void aSearchOfTheOpenPartUsesItsIndex(String search, String condition, String index) throws SQLException {
        for (Caller caller :
                List.of(Caller.ANONYMOUS, new Caller(Optional.of("m"), Set.of("g1"), Caller.Authentication.TOKEN))) {
            String query = "SELECT * FROM cta.vo_obscore WHERE " + condition;
            try (Connection connection = fixture.database.asCaller(caller)) {
                List<String> plan = Fixture.column(connection, "EXPLAIN " + query);
                assertThat(plan)
                        .as(String.join("\n", plan))
                        .noneMatch(line -> line.contains("Seq Scan on data_product "))
                        .anyMatch(line -> line.contains(index));
            }
        }
    }
}
