package org.ctavo.energy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.SqlArgument;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class EnergyPluginTest {
    private static final double HC = 1.239841984332e-18;

    private static Connection connection;

    /** Rows 1 to 5000: row i holds energies from i/1000 to i/100 TeV. */
    @BeforeAll
    static void fill() throws SQLException {
        connection = TestPostgres.connect(TestPostgres.freshDatabase().owner());
        execute("CREATE SCHEMA e");
        execute("CREATE TABLE e.row AS SELECT i AS id, " + HC + "::float8 / (i / 100.0) AS em_min, " + HC
                + "::float8 / (i / 1000.0) AS em_max FROM generate_series(1, 5000) AS i");
        execute("INSERT INTO e.row VALUES (0, NULL, NULL)");
        execute("CREATE INDEX row_em_min ON e.row (em_min)");
        execute("CREATE INDEX row_em_max ON e.row (em_max)");
        execute("ANALYZE e.row");
        execute("SET search_path = pg_catalog");
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static FunctionDeclaration function(String name, int arguments) {
        return new EnergyPlugin()
                .functions().stream()
                        .filter(f -> f.signature().startsWith(name + "("))
                        .filter(f -> f.signature().split(",", -1).length == arguments)
                        .findFirst()
                        .orElseThrow();
    }

    private static List<SqlArgument> arguments(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .map(EnergyPluginTest::argument)
                .toList();
    }

    private static SqlArgument argument(String text) {
        if (text.startsWith("'")) {
            return new SqlArgument(text, Optional.of(text.substring(1, text.length() - 1)));
        }
        if (text.matches("-?[0-9.e]+")) {
            return new SqlArgument(text, Optional.of(Double.valueOf(text)));
        }
        return new SqlArgument(text.equals("NULL") ? "NULL::float8" : text, Optional.empty());
    }

    private static String condition(String name, String list) {
        List<SqlArgument> arguments = arguments(list);
        return function(name, arguments.size()).condition().orElseThrow().sql(arguments);
    }

    private static String value(String name, String list) {
        List<SqlArgument> arguments = arguments(list);
        return "(" + function(name, arguments.size()).value().sql(arguments) + ")";
    }

    @Test
    void isFoundAsAPlugin() {
        assertThat(ServiceLoader.load(Plugin.class))
                .anySatisfy(plugin -> assertThat(plugin.name()).isEqualTo("energy"));
    }

    @Test
    void everyFunctionComesWithAndWithoutAUnit() {
        assertThat(new EnergyPlugin().functions())
                .hasSize(12)
                .filteredOn(function -> function.signature().contains(", unit TEXT)"))
                .hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"EV, 1e12", "KEV, 1e9", "MEV, 1e6", "GEV, 1e3", "TEV, 1", "PEV, 1e-3"})
    void hcIsThatOfTheConstantsOfCodata(EnergyUnit unit, double inTeV) {
        assertThat(unit.hc() / inTeV).isCloseTo(1.239841984332e-18, within(1e-30));
    }

    /** The rows of an energy cut are counted by the energies the rows were made of. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        cta_energy_overlaps | em_min, em_max, 49.999, NULL        | row_em_min | i / 100.0 >= 49.999
        cta_energy_overlaps | em_min, em_max, 49.9985, 60         | row_em_min | i >= 4999.85 AND i <= 60000
        cta_energy_overlaps | em_min, em_max, NULL, 0.0101        | row_em_max | i / 1000.0 <= 0.0101
        cta_energy_overlaps | em_min, em_max, NULL, 10.1, 'GeV'   | row_em_max | i / 1000.0 <= 0.0101
        cta_energy_overlaps | em_min, em_max, 0.049999, NULL, 'PeV' | row_em_min | i / 100.0 >= 49.999
        cta_energy_overlaps | em_min, em_max, 0, 0.0101           | row_em_max | i / 1000.0 <= 0.0101
        cta_energy_covers   | em_min, em_max, 0.0101, NULL        | row_em_max | i / 1000.0 <= 0.0101
        cta_energy_covers   | em_min, em_max, 0.0301, 0.2999      | row_em_max | i <= 30.1 AND i >= 29.99
        cta_energy_covers   | em_min, em_max, NULL, 49.999        | row_em_min | i / 100.0 >= 49.999
        cta_energy_covers   | em_min, em_max, NULL, 49999, 'GeV'  | row_em_min | i / 100.0 >= 49.999
        """)
    void cutsAreRangesOfWavelengthsThatReachAnIndex(String name, String list, String index, String energies)
            throws SQLException {
        String query = "SELECT id FROM e.row WHERE " + condition(name, list);
        assertThat(String.join("\n", rows("EXPLAIN " + query))).contains(index).doesNotContain("Seq Scan");
        assertThat(rows("SELECT count(*) FROM (" + query + ") AS q"))
                .isEqualTo(rows("SELECT count(*) FROM generate_series(1, 5000) AS i WHERE " + energies))
                .isNotEqualTo(List.of("0"));
        assertThat(rows("SELECT count(*) FROM e.row WHERE " + value(name, list) + " = 1"))
                .isEqualTo(rows("SELECT count(*) FROM (" + query + ") AS q"));
    }

    @Test
    void endsMayBeValuesOfTheRow() throws SQLException {
        assertThat(rows("SELECT count(*) FROM e.row WHERE "
                        + condition("cta_energy_overlaps", "em_min, em_max, id / 50.0, NULL")))
                .containsExactly("0");
        assertThat(rows("SELECT count(*) FROM e.row WHERE "
                        + condition("cta_energy_overlaps", "em_min, em_max, id / 200.0, id / 150.0")))
                .containsExactly("5000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        cta_energy_min           | em_min, em_max          | 0.1
        cta_energy_max           | em_min, em_max          | 1
        cta_energy_min           | em_min, em_max, 'GeV'   | 100
        cta_energy_max           | em_min, em_max, 'eV'    | 1e12
        cta_energy_to_wavelength | 1                       | 1.239841984332e-18
        cta_energy_to_wavelength | 1, 'keV'                | 1.239841984332e-9
        cta_wavelength_to_energy | 1.239841984332e-18      | 1
        cta_wavelength_to_energy | 1.239841984332e-18, 'MeV' | 1e6
        """)
    void energiesAndWavelengthsConvert(String name, String list, double expected) throws SQLException {
        String found = rows("SELECT " + value(name, list) + " FROM e.row WHERE id = 100")
                .get(0);
        assertThat(Double.parseDouble(found)).isCloseTo(expected, within(1e-12 * expected));
    }

    @Test
    void whatIsNotAboveZeroHasNoEnergy() throws SQLException {
        assertThat(rows("SELECT " + value("cta_energy_to_wavelength", "0"))).containsExactly((String) null);
        assertThat(rows("SELECT " + value("cta_energy_min", "em_min, em_max") + " FROM e.row WHERE id = 0"))
                .containsExactly((String) null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        em_min, em_max, 50, 10        | the lowest energy comes first
        em_min, em_max, 50, 0         | must be above 0
        em_min, em_max, NULL, -1      | must be above 0
        em_min, em_max, 1, 2, 'tev'   | energies are given in eV, keV, MeV, GeV, TeV, PeV, not in 'tev'
        em_min, em_max, 1, 2, em_min  | the unit must be written out
        """)
    void whatHasNoMeaningIsSaid(String list, String message) {
        assertThatThrownBy(() -> condition("cta_energy_overlaps", list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
