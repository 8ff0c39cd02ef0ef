package org.ctavo.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.ctavo.spi.Caller;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is kept of secrets hides what the definition hides (docs/adr/0110). Two archives have the same things done to
 * them at random; in one the policies ask what is kept, in the other they find what is hidden anew for each query.
 */
class KeptSecretsTest {
    /** Groups of callers; none is anonymous. */
    private static final List<Set<String>> CALLERS =
            List.of(Set.of(), Set.of("g1"), Set.of("g2", "g3"), Set.of("stranger"));

    private static final Map<String, String> TABLES = new TreeMap<>(Map.ofEntries(
            Map.entry("cta.proposal", "proposal_id"),
            Map.entry("cta.proposal_member", "proposal_id"),
            Map.entry("cta.collection", "name"),
            Map.entry("cta.target", "name"),
            Map.entry("cta.target_alias", "target_name || alias"),
            Map.entry("cta.proposal_target", "proposal_id || target_name"),
            Map.entry("cta.scheduling_block", "sb_id"),
            Map.entry("cta.observation_block", "ob_id"),
            Map.entry("cta.time_interval", "ob_id"),
            Map.entry("cta.acquisition", "obs_collection || run_id"),
            Map.entry("cta.obs_config", "obs_config_id"),
            Map.entry("cta.processing", "processing_id"),
            Map.entry("ivoa.obscore", "obs_publisher_did"),
            Map.entry("ivoa.obsplan", "obs_id")));

    private static final String STATE = "SELECT concat_ws(' ', kind, name, number, groups) FROM access.secret"
            + " UNION ALL SELECT concat_ws(' ', kind, name, number, obs_config_id, needs) FROM access.secret_row"
            + " UNION ALL SELECT concat_ws(' ', obs_config_id, needs) FROM access.secret_configuration ORDER BY 1";

    private static Fixture kept;
    private static Fixture found;

    @BeforeAll
    static void migrate() throws SQLException, IOException {
        kept = new Fixture();
        found = new Fixture();
        try (InputStream script =
                Objects.requireNonNull(KeptSecretsTest.class.getResourceAsStream("found.sql"), "found.sql")) {
            asOwner(found, new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        for (Fixture archive : List.of(kept, found)) {
            archive.ingest(RandomArchive.BASE);
        }
    }

    @AfterAll
    static void close() {
        kept.close();
        found.close();
    }

    private static void asOwner(Fixture archive, String sql) throws SQLException {
        try (Connection connection = TestPostgres.connect(archive.logins.owner());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whateverIsDoneCallersSeeWhatTheDefinitionLetsThemSee(long seed) throws SQLException {
        RandomArchive archive = new RandomArchive(new Random(seed));
        for (int step = 0; step < 12; step++) {
            String changes = archive.transaction();
            assertThat(error(kept, changes))
                    .as("%d %d\n%s", seed, step, changes)
                    .isEqualTo(error(found, changes));
            for (Set<String> groups : CALLERS) {
                assertThat(seen(kept, groups))
                        .as("seed %d, step %d, caller %s\n%s", seed, step, groups, changes)
                        .isEqualTo(seen(found, groups));
            }
        }
        assertThat(foundAnew()).isEqualTo(state());
    }

    @Test
    void whatComesToBeKeptBySmallStepsIsWhatIsFoundInAnArchiveThatWasFilledWithoutTriggers() throws SQLException {
        RandomArchive archive = new RandomArchive(new Random(99));
        int secrets = 0;
        for (int step = 0; step < 60; step++) {
            error(kept, archive.transaction());
            List<String> state = state();
            secrets += state.size();
            assertThat(foundAnew()).as("step %d", step).isEqualTo(state);
        }
        assertThat(secrets).isGreaterThan(500);
        for (Fixture both : List.of(kept, found)) {
            both.ingest(RandomArchive.EMPTY);
        }
        assertThat(state()).isEmpty();
    }

    /** Neither sees what the other does until it has ended. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLastOpenProductGoesWhileASecureOneComes(boolean secureFirst) throws SQLException {
        String run = secureFirst ? "71" : "72";
        String product = "(obs_publisher_did, calib_level, obs_collection, obs_id, run_id, data_rights, access_groups)";
        kept.ingest("INSERT INTO cta.acquisition (obs_collection, run_id) VALUES ('K9', " + run + ");"
                + "INSERT INTO cta.data_product " + product + " VALUES ('ivo://t/open" + run + "', 2, 'K9', 'x', " + run
                + ", 'public', '{}')");
        try (Connection first = kept.database.asIngest();
                Connection second = kept.database.asIngest()) {
            String comes = "INSERT INTO cta.data_product_secure " + product + " VALUES ('ivo://t/secure" + run
                    + "', 2, 'K9', 'x', " + run + ", 'secure', '{g1}')";
            String goes = "DELETE FROM cta.data_product WHERE obs_publisher_did = 'ivo://t/open" + run + "'";
            begin(first, secureFirst ? comes : goes);
            begin(second, secureFirst ? goes : comes);
            for (Connection connection : List.of(first, second)) {
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
        assertThat(seen(kept, Set.of())).doesNotContain("cta.acquisition: K9" + run);
        assertThat(seen(kept, Set.of("g1"))).contains("cta.acquisition: K9" + run);
        kept.ingest("UPDATE cta.data_product_secure SET access_groups = '{g2}' WHERE run_id = " + run);
        assertThat(seen(kept, Set.of("g1"))).doesNotContain("cta.acquisition: K9" + run);
        kept.ingest("SELECT cta.open_product('ivo://t/secure" + run + "', 'public', '2020-01-01')");
        assertThat(seen(kept, Set.of())).contains("cta.acquisition: K9" + run);
        kept.ingest(RandomArchive.EMPTY);
    }

    private static void begin(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A transaction that could not see what others did would keep what is wrong. */
    @Test
    void productsAreWrittenByTransactionsThatSeeWhatOthersDidMeanwhile() throws SQLException {
        try (Connection connection = kept.database.asIngest()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            begin(connection, "INSERT INTO cta.acquisition (obs_collection, run_id) VALUES ('K9', 73)");
            assertThatThrownBy(connection::commit).hasMessageContaining("read committed");
            connection.rollback();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
        }
    }

    /** The state of the error a transaction ends with, if it does. */
    private static Optional<String> error(Fixture archive, String changes) {
        try {
            archive.ingest(changes);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e.getSQLState());
        }
    }

    private static List<String> state() throws SQLException {
        try (Connection owner = TestPostgres.connect(kept.logins.owner())) {
            return Fixture.column(owner, STATE);
        }
    }

    private static List<String> foundAnew() throws SQLException {
        asOwner(kept, "SELECT access.find_secrets()");
        return state();
    }

    private static List<String> seen(Fixture archive, Set<String> groups) throws SQLException {
        Caller caller = groups.isEmpty()
                ? Caller.ANONYMOUS
                : new Caller(Optional.of("caller"), groups, Caller.Authentication.TOKEN);
        List<String> parts = new ArrayList<>();
        TABLES.forEach((table, key) -> parts.add("SELECT '%s: ' || %s FROM %s".formatted(table, key, table)));
        try (Connection connection = archive.database.asCaller(caller);
                Statement statement = connection.createStatement()) {
            statement.execute("SET jit = off");
            List<String> rows = Fixture.column(connection, String.join(" UNION ALL ", parts) + " ORDER BY 1");
            statement.execute("RESET jit");
            return rows;
        }
    }
}
