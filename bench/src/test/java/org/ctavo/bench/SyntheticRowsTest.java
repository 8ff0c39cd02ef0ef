package org.ctavo.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.ctavo.database.Logins;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SyntheticRowsTest {

    @Test
    void loadsTheRowsAskedForWithTheConeThatItPromises() throws SQLException {
        Logins logins = TestPostgres.migrated(List.of(SphereMigrations.SET));
        Bench.load(logins, 20_000);
        Bench.load(logins, 10_000);
        try (Connection reader = TestPostgres.connect(logins.query());
                Statement statement = reader.createStatement()) {
            assertThat(number(statement, "SELECT count(*) FROM bench.obscore")).isEqualTo(10_000);
            String cone = String.format(
                    "sphere.distance(s_ra, s_dec, %s, %s)", SyntheticRows.CENTRE_RA, SyntheticRows.CENTRE_DEC);
            assertThat(number(statement, "SELECT count(*) FROM bench.obscore WHERE " + cone + " < 0.1"))
                    .isEqualTo(SyntheticRows.inCone(10_000))
                    .isEqualTo(3);
        }
        assertThat(SyntheticRows.inCone(1_000_000)).isEqualTo(308);
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
