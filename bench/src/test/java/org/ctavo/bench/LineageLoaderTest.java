package org.ctavo.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.ctavo.database.Logins;
import org.ctavo.provenance.ProvenancePlugin;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LineageLoaderTest {

    @Test
    void theLineageIsOfTheSizeThatItPromisesAndItsTablesAreAsBefore() throws SQLException {
        Logins logins = TestPostgres.migrated(List.of(ProvenancePlugin.MIGRATIONS));
        LineageBench.load(logins, 6_000);
        LineageBench.load(logins, 6_000);
        try (Connection owner = TestPostgres.connect(logins.owner());
                Statement statement = owner.createStatement()) {
            assertThat(number(statement, "SELECT count(*) FROM provenance.entity"))
                    .isEqualTo(6_012);
            // Eighteen a run, but for the first three; and one a calibration.
            assertThat(number(
                            statement,
                            "SELECT (SELECT count(*) FROM provenance.used)"
                                    + " + (SELECT count(*) FROM provenance.wasgeneratedby)"
                                    + " + (SELECT count(*) FROM provenance.wasassociatedwith)"
                                    + " + (SELECT count(*) FROM provenance.wasderivedfrom)"))
                    .isEqualTo(18_000 - 7 + 11);
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM provenance.progenitor WHERE entity_id = '"
                                    + LineageSize.id("map", 150) + "'"))
                    .isEqualTo(16 + 1 + 1);
            assertThatThrownBy(() -> statement.execute("INSERT INTO provenance.wasderivedfrom VALUES ('"
                            + LineageSize.id("DL0", 1) + "', '" + LineageSize.id("map", 1) + "')"))
                    .hasMessageContaining("extend_lineage");
        }
        assertThatThrownBy(() -> LineageBench.load(logins, 3_000)).hasMessageContaining("larger lineage");
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
