package org.ctavo.schema;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import org.ctavo.database.Logins;
import org.ctavo.schema.relational.Naming;
import org.ctavo.testing.Shared;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ModelToolTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"models/Provenance.vo-dml.xml", "models/Provenance.xmi"})
    void theProvenanceModelGivesTablesThatPostgresAcceptsAndAccountsForEverything(String document) throws SQLException {
        Assumptions.assumeTrue(Shared.path(document).isPresent(), "the reference models are not here");
        Path model = Shared.path(document).get();
        ModelTool.Generated generated = new ModelTool("provenance", Naming.SNAKE).generate(model);
        assertThat(generated.checklist()).doesNotContain("[ ]");
        assertThat(new ModelTool("provenance", Naming.SNAKE).generate(model)).isEqualTo(generated);
        generated.write(directory);
        assertThat(directory.resolve("provenance.html")).isNotEmptyFile();
        Map<String, String> files = generated.files();
        Logins logins = TestPostgres.freshDatabase();
        try (Connection owner = TestPostgres.connect(logins.owner());
                Statement statement = owner.createStatement()) {
            statement.execute(files.get("provenance.sql"));
            assertThat(Fixture.column(owner, "SELECT count(*) FROM pg_tables WHERE schemaname = 'provenance'"))
                    .isEqualTo(List.of("22"));
        }
    }
}
