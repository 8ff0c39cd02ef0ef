package org.ctavo.obscore;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.ctavo.adql.Adql;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.metadata.TableCatalogue;
import org.ctavo.database.PooledDatabase;
import org.ctavo.energy.EnergyPlugin;
import org.ctavo.schema.CtaSchemaPlugin;
import org.ctavo.schema.load.Loader;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Example;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each search finds what it is meant to find, on a few products described like the public test data. */
class SearchesTest {
    private static final Adql ADQL = new Adql(FeatureSet.ALL, new EnergyPlugin().functions());

    private static PooledDatabase database;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestPostgres.pools(TestPostgres.migrated(List.of(SphereMigrations.SET, CtaSchemaPlugin.MIGRATIONS)));
        Path samples = Path.of(System.getProperty("ctavo.root"), "conf", "samples");
        assertThat(new Loader(database).load(List.of(samples)).faults()).isEmpty();
        product(23523, "HESS-DL3-DR1", "Crab Nebula", 83.6333, 21.5144, 53343.92, 104, "public", null, "parallel");
        product(23559, "HESS-DL3-DR1", "Crab Nebula", 85.2533, 22.0144, 53345.96, 40, "public", "loose", "parallel");
        product(33787, "HESS-DL3-DR1", "PKS 2155-304", 329.7167, -30.7256, 53945.965, 49, "public", null, "parallel");
        product(20397, "HESS-DL3-DR1", "RXJ 1713.7-3946", 258.3879, -39.2622, 53116.0, 60, "proprietary", null, null);
        product(110380, "CTA-1DC", "Galactic Plane Survey", 267.6812, -29.6075, 59235.5, 160, "public", null, null);
        product(7, "OTHER", "Crab Nebula", 83.6, 22.0, 60000, 3, "public", "loose", "divergent-5d");
        product(8, "OTHER", "3C 273", 187.278, 2.052, 60001, 3, "proprietary", "std", null);
    }

    private static void product(
            int run,
            String collection,
            String target,
            double ra,
            double dec,
            double start,
            double energyMax,
            String rights,
            String cuts,
            String pointing)
            throws SQLException {
        try (Connection connection = database.asIngest();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO cta.data_product (obs_publisher_did, dataproduct_type, calib_level, obs_collection,
                        obs_id, run_id, target_name, s_ra, s_dec, s_region, t_min, t_max, em_min, em_max, energy_min,
                        energy_max, data_rights, applied_cuts, pointing_mode)
                    VALUES ('ivo://test/%1$s?%2$d', 'event', 2, '%1$s', '%2$d', %2$d, '%3$s', %4$s, %5$s,
                        ARRAY[%4$s, %5$s, 2.5], %6$s, %6$s + 0.02, 1.239841984332e-18 / %7$s, 1.239841984332e-17,
                        1e11, %7$s * 1e12, '%8$s', %9$s, %10$s)
                    """
                            .formatted(
                                    collection,
                                    run,
                                    target,
                                    ra,
                                    dec,
                                    start,
                                    energyMax,
                                    rights,
                                    literal(cuts),
                                    literal(pointing)));
        }
    }

    private static String literal(String text) {
        return text == null ? "NULL" : "'" + text + "'";
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "cone, 23523 23559 7",
        "target-at-time, 33787",
        "region, 20397",
        "above-50-tev, 23523 20397 110380",
        "public-blazars, 33787",
        "proposal, 23523 23559 33787 20397",
        "with-lst, 110380",
        "not-divergent, 23523 23559",
        "pipeline-version, 23523 23559",
        "reconstruction-method, 23523 23559 33787 20397",
        "loose-cuts, 7",
        "run, 23523"
    })
    void aSearchFindsItsProducts(String id, String expected) throws SQLException {
        Example example = Searches.ALL.stream()
                .filter(search -> search.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(found(example)).isEqualTo(new TreeSet<>(List.of(expected.split(" "))));
    }

    private static Set<String> found(Example example) throws SQLException {
        String sql = ADQL.translate(ADQL.check(example.query(), TableCatalogue.of(CtaSchemaPlugin.published())), 1000)
                .sql();
        Set<String> ids = new TreeSet<>();
        try (Connection connection = database.asCaller(Caller.ANONYMOUS);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    @Test
    void thereAreTwelveSearchesAndTheirTablesArePublished() {
        assertThat(Searches.ALL).hasSize(12).extracting(Example::id).doesNotHaveDuplicates();
        Set<String> published = new HashSet<>();
        CtaSchemaPlugin.published().forEach(schema -> schema.tables().forEach(table -> published.add(table.name())));
        Searches.ALL.forEach(example -> assertThat(published).containsAll(example.tables()));
    }

    @Test
    void obscoreIsDeclared() {
        ObsCorePlugin plugin = new ObsCorePlugin();
        assertThat(plugin.dataModels())
                .extracting(model -> model.ivoId())
                .containsExactly("ivo://ivoa.net/std/ObsCore#core-1.1");
        assertThat(plugin.settings()).extracting(setting -> setting.key()).containsExactly("obscore.product-types");
        assertThat(plugin.examples()).isEqualTo(Searches.ALL);
    }
}
