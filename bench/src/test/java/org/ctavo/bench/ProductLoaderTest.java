package org.ctavo.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import org.ctavo.database.Logins;
import org.ctavo.schema.CtaSchemaPlugin;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Two hundred thousand products: enough for the planner to weigh indexes as it does with millions. */
class ProductLoaderTest {
    private static final int PRODUCTS = 200_000;

    private static Logins logins;

    @BeforeAll
    static void load() throws SQLException, InterruptedException {
        logins = TestPostgres.migrated(List.of(SphereMigrations.SET, CtaSchemaPlugin.MIGRATIONS));
        try (Connection superuser = TestPostgres.superuser("postgres");
                Statement statement = superuser.createStatement()) {
            // As the service's own PostgreSQL has it.
            String database = logins.owner().url().replaceFirst(".*/", "");
            statement.execute("ALTER DATABASE " + database + " SET random_page_cost = 1.1");
        }
        ProductBench.load(logins, PRODUCTS);
    }

    @Test
    void noSearchReadsTheProductsFromEndToEnd() throws SQLException {
        Map<String, List<String>> cases = SearchCases.of(logins.owner(), PRODUCTS / ProductLoader.PRODUCTS_PER_RUN, 20);
        assertThat(cases).hasSize(12);
        for (long limit : new long[] {1000, 100_000}) {
            for (Map.Entry<String, List<String>> search : cases.entrySet()) {
                assertThat(new SearchPlans(logins.query()).scans(search.getValue(), limit))
                        .as(search.getKey())
                        .isEmpty();
            }
        }
    }

    @Test
    void theProductsAreWhatTheModelSaysOfThem() throws SQLException {
        try (Connection owner = TestPostgres.connect(logins.owner());
                Statement statement = owner.createStatement()) {
            assertThat(one(statement, "SELECT cta.propagate()")).isEqualTo("0");
            assertThat(one(statement, "SELECT count(*) FROM cta.product_key")).isEqualTo("" + PRODUCTS);
            assertThat(one(statement, "SELECT count(*) FROM cta.data_file")).isEqualTo("" + PRODUCTS * 4 / 10);
            assertThat(one(
                            statement,
                            "SELECT count(*) FROM cta.data_file AS f JOIN cta.product_key AS k"
                                    + " USING (obs_publisher_did) WHERE f.secure <> k.secure"))
                    .isEqualTo("0");
            assertThat(Integer.parseInt(one(statement, "SELECT count(*) FROM cta.data_product_secure")))
                    .isBetween(PRODUCTS / 500, PRODUCTS / 50);
        }
        try (Connection query = TestPostgres.connect(logins.query());
                Statement statement = query.createStatement()) {
            assertThat(one(statement, "SELECT count(*) FROM ivoa.obscore WHERE data_rights = 'secure'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void theTablesWorkAsBefore() throws SQLException {
        try (Connection ingest = TestPostgres.connect(logins.ingest());
                Statement statement = ingest.createStatement()) {
            statement.execute("INSERT INTO cta.data_product (obs_publisher_did, calib_level, obs_collection, obs_id,"
                    + " run_id, target_name, data_rights) SELECT 'ivo://test/new?' || run_id, 2, obs_collection, '1',"
                    + " run_id, 'Alias ' || run_id, 'public' FROM cta.acquisition WHERE run_id < 100");
            assertThat(one(
                            statement,
                            "SELECT count(site) || ' ' || count(target_class) || ' ' || count(proposal_id) FROM"
                                    + " cta.data_product WHERE obs_publisher_did LIKE 'ivo://test/new%'"))
                    .isEqualTo("100 100 100");
            // For one row and for all the same is copied.
            assertThat(one(statement, "SELECT cta.propagate()")).isEqualTo("0");
            assertThatThrownBy(() -> statement.execute("UPDATE cta.data_product SET obs_publisher_did = 'ivo://test/x'"
                            + " WHERE obs_publisher_did LIKE 'ivo://test/new%'"))
                    .hasMessageContaining("never changes");
            statement.execute("DELETE FROM cta.data_product WHERE obs_publisher_did LIKE 'ivo://test/new%'");
        }
    }

    @Test
    void productsOfThisNumberAreKeptAndOthersLeftAlone() throws SQLException, InterruptedException {
        ProductBench.load(logins, PRODUCTS);
        assertThatThrownBy(() -> ProductBench.load(logins, 10)).hasMessageContaining("another home");
    }

    private static String one(Statement statement, String query) throws SQLException {
        return Rows.rows(statement, query).get(0).get(0);
    }
}
