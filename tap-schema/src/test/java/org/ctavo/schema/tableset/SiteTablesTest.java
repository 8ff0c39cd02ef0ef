package org.ctavo.schema.tableset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.ctavo.database.Logins;
import org.ctavo.schema.CtaSchemaPlugin;
import org.ctavo.schema.writing.TablesetWriter;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.spi.Fault;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SiteTablesTest {
    private static final String COLUMN =
            """
            <column><name>%s</name>
              <dataType xsi:type="vs:VOTableType" %s>%s</dataType></column>
            """;

    @TempDir
    Path directory;

    private static String catalogue(String schema, String table, String... columns) {
        return """
                <tableset xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:vs="http://www.ivoa.net/xml/VODataService/v1.1">
                  <schema><name>%s</name><table><name>%s</name>%s</table></schema>
                </tableset>
                """
                .formatted(schema, table, String.join("", columns));
    }

    private List<SchemaDescription> read(String xml) throws IOException {
        Files.writeString(directory.resolve("catalogue.xml"), xml);
        return SiteTables.read(directory, CtaSchemaPlugin.published());
    }

    private static Logins database() throws SQLException {
        Logins logins = TestPostgres.freshDatabase();
        try (Connection owner = TestPostgres.connect(logins.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA gamma; CREATE TABLE gamma.src (name varchar(20), ra float8, flux numeric,"
                    + " \"Odd name\" int4, hidden text); GRANT USAGE ON SCHEMA gamma TO ctavo_query;"
                    + " GRANT SELECT (name, ra, flux, \"Odd name\") ON gamma.src TO ctavo_query");
        }
        return logins;
    }

    @Test
    void aTablesetThatFitsIsPublishedAndWhatItLeavesOutIsTold() throws Exception {
        List<SchemaDescription> schemas = read(catalogue(
                "gamma",
                "src",
                COLUMN.formatted("name", "arraysize='*'", "char"),
                COLUMN.formatted("RA", "", "double"),
                COLUMN.formatted("\"Odd name\"", "", "int")));
        assertThat(schemas.get(0).tables().get(0).name()).isEqualTo("gamma.src");
        try (Connection query = TestPostgres.connect(database().query())) {
            assertThat(SiteTables.check(query, schemas))
                    .extracting(Difference::message)
                    .containsExactly("Columns of gamma.src that are not described, and not published: flux, hidden.");
        }
    }

    @Test
    void everyDifferenceIsTold() throws Exception {
        List<SchemaDescription> schemas = read(catalogue(
                "gamma",
                "src",
                COLUMN.formatted("name", "", "double"),
                COLUMN.formatted("dec", "", "double"),
                COLUMN.formatted("flux", "", "double"),
                COLUMN.formatted("hidden", "arraysize='*'", "char")));
        try (Connection query = TestPostgres.connect(database().query())) {
            assertThatThrownBy(() -> SiteTables.check(query, schemas))
                    .isInstanceOf(Fault.class)
                    .hasMessageContainingAll(
                            "gamma.src.name is described as double, but the table has varchar",
                            "gamma.src.dec is described, but the table has none",
                            "gamma.src.flux is described as double, but the table has numeric",
                            "gamma.src.hidden may not be read by the query role");
        }
        List<SchemaDescription> missing = read(catalogue("gamma", "none"));
        try (Connection query = TestPostgres.connect(database().query())) {
            assertThatThrownBy(() -> SiteTables.check(query, missing)).hasMessageContaining("no table or view");
        }
    }

    @Test
    void tablesOfTheServiceAndTablesPublishedTwiceAreRefused() {
        assertThatThrownBy(() -> read(catalogue("uws", "job"))).hasMessageContaining("the service's own");
        assertThatThrownBy(() -> read(catalogue("ivoa", "ivoa.obscore"))).hasMessageContaining("published already");
        assertThatThrownBy(() -> read(catalogue("gamma", "other.src"))).hasMessageContaining("not in schema gamma");
        assertThatThrownBy(() -> read(catalogue("gamma", "src", COLUMN.formatted("name", "", "text"))))
                .hasMessageContaining("catalogue.xml, line 4")
                .hasMessageContaining("'text'");
    }

    @Test
    void theExampleOfTheConfigurationFitsItsTable() throws Exception {
        Path example = Path.of(System.getProperty("ctavo.root"), "conf", "tables");
        Logins logins = TestPostgres.migrated(List.of(SphereMigrations.SET));
        try (Connection owner = TestPostgres.connect(logins.owner());
                Statement statement = owner.createStatement()) {
            statement.execute(Files.readString(example.resolve("sources.sql")));
        }
        List<SchemaDescription> schemas = SiteTables.read(example, CtaSchemaPlugin.published());
        try (Connection query = TestPostgres.connect(logins.query())) {
            assertThat(SiteTables.check(query, schemas))
                    .extracting(Difference::message)
                    .containsExactly("Columns of site.sources that are not described, and not published: remark.");
        }
    }

    @Test
    void aMissingDirectoryHoldsNoTables() {
        assertThat(SiteTables.read(directory.resolve("none"), List.of())).isEmpty();
    }

    @Test
    void whatTheWriterWritesTheReaderReads() throws IOException {
        List<SchemaDescription> published = CtaSchemaPlugin.published();
        Files.writeString(directory.resolve("t.xml"), TablesetWriter.tableset(published));
        assertThat(TablesetReader.read(directory.resolve("t.xml"))).isEqualTo(published);
    }

    @Test
    void theArchivesOwnTablesAreWhatTheyAreDescribedToBe() throws SQLException {
        Logins logins = TestPostgres.migrated(List.of(SphereMigrations.SET, CtaSchemaPlugin.MIGRATIONS));
        try (Connection query = TestPostgres.connect(logins.query())) {
            assertThat(TablesetCheck.differences(query, CtaSchemaPlugin.published()))
                    .filteredOn(difference -> !difference.isHarmless())
                    .isEmpty();
        }
    }
}
