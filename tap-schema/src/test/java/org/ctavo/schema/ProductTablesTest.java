package org.ctavo.schema;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ctavo.spi.Caller;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.TableDescription;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProductTablesTest {
    private static final Caller MEMBER = new Caller(Optional.of("member"), Set.of("g1"), Caller.Authentication.TOKEN);
    private static final Caller OTHER = new Caller(Optional.of("other"), Set.of("g2"), Caller.Authentication.TOKEN);
    private static final String HASH = "0".repeat(64);

    private static Fixture fixture;

    @BeforeAll
    static void migrate() {
        fixture = new Fixture();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void everyPublishedColumnIsThereInTheOrderItIsDescribed() throws SQLException {
        for (TableDescription table : CtaSchemaPlugin.published().stream()
                .flatMap(s -> s.tables().stream())
                .toList()) {
            assertThat(columns(table.name()))
                    .as(table.name())
                    .containsSubsequence(table.columns().stream()
                            .map(ColumnDescription::name)
                            .toList());
        }
    }

    private static List<String> columns(String table) throws SQLException {
        String[] parts = table.split("\\.", -1);
        try (Connection connection = fixture.database.asCaller(Caller.ANONYMOUS)) {
            DatabaseMetaData metadata = connection.getMetaData();
            List<String> names = new ArrayList<>();
            try (ResultSet rows = metadata.getColumns(null, parts[0], parts[1], "%")) {
                while (rows.next()) {
                    names.add(rows.getString("COLUMN_NAME"));
                }
            }
            return names;
        }
    }

    @Test
    void anIdentifierIsUniqueOverBothTables() throws SQLException {
        fixture.open("ivo://test/unique?1");
        assertThatThrownBy(() -> fixture.secure("ivo://test/unique?1", "g1")).hasMessageContaining("other rights");
        fixture.secure("ivo://test/unique?2", "g1");
        assertThatThrownBy(() -> fixture.open("ivo://test/unique?2")).hasMessageContaining("other rights");
        fixture.ingest("DELETE FROM cta.data_product WHERE obs_publisher_did = 'ivo://test/unique?1'");
        fixture.secure("ivo://test/unique?1", "g1");
    }

    @Test
    void anIdentifierThatCannotStandInALinkIsRefused() {
        assertThatThrownBy(() -> fixture.open("ivo://test/a b")).hasMessageContaining("check constraint");
        assertThatThrownBy(() -> fixture.open("ivo://test/a?b&c")).hasMessageContaining("check constraint");
    }

    @Test
    void aSecureProductAndItsFilesAreSeenByItsGroupsAlone() throws SQLException {
        fixture.secure("ivo://test/secure?1", "g1");
        file("ivo://test/secure?1");
        for (String table : List.of("ivoa.obscore", "ivoa.obscore_hea", "cta.vo_obscore", "cta.data_file")) {
            String query =
                    "SELECT obs_publisher_did FROM " + table + " WHERE obs_publisher_did = 'ivo://test/secure?1'";
            assertThat(as(Caller.ANONYMOUS, query)).as(table).isEmpty();
            assertThat(as(OTHER, query)).as(table).isEmpty();
            assertThat(as(MEMBER, query)).as(table).hasSize(1);
        }
    }

    @Test
    void aProductMovesBetweenOpenAndSecureWithItsFiles() throws SQLException {
        String did = "ivo://test/moving?1";
        String product = "SELECT data_rights FROM cta.vo_obscore WHERE obs_publisher_did = '" + did + "'";
        String files = "SELECT path FROM cta.data_file WHERE obs_publisher_did = '" + did + "'";
        fixture.open(did);
        file(did);
        fixture.ingest("SELECT cta.secure_product('" + did + "', '{g1}')");
        assertThat(as(Caller.ANONYMOUS, product)).isEmpty();
        assertThat(as(Caller.ANONYMOUS, files)).isEmpty();
        assertThat(as(MEMBER, product)).containsExactly("secure");
        assertThat(as(MEMBER, files)).hasSize(1);
        fixture.ingest("SELECT cta.open_product('" + did + "', 'public', '2020-01-01')");
        assertThat(as(Caller.ANONYMOUS, product)).containsExactly("public");
        assertThat(as(Caller.ANONYMOUS, files)).hasSize(1);
    }

    @Test
    void deletingAProductDeletesItsFiles() throws SQLException {
        fixture.open("ivo://test/gone?1");
        file("ivo://test/gone?1");
        fixture.ingest("DELETE FROM cta.data_product WHERE obs_publisher_did = 'ivo://test/gone?1'");
        assertThat(as(Caller.ANONYMOUS, "SELECT path FROM cta.data_file WHERE obs_publisher_did LIKE '%gone%'"))
                .isEmpty();
    }

    @Test
    void theViewsFollowTheServiceAddressAndTheWordsForProductTypes() throws SQLException {
        fixture.open("ivo://test/views?1");
        fixture.ingest("UPDATE cta.data_product SET hea_product_type = 'hea-event-list'"
                + " WHERE obs_publisher_did = 'ivo://test/views?1'");
        String query = "SELECT dataproduct_type || ' ' || access_url FROM ivoa.obscore"
                + " WHERE obs_publisher_did = 'ivo://test/views?1'";
        publish("https://archive.example.org/cta", ProductTypes.HEA);
        assertThat(as(Caller.ANONYMOUS, query))
                .containsExactly("hea-event-list https://archive.example.org/cta/datalink/links?ID=ivo://test/views?1");
        publish("http://localhost:8080/cta", ProductTypes.CORE11);
        assertThat(as(Caller.ANONYMOUS, query))
                .containsExactly("event http://localhost:8080/cta/datalink/links?ID=ivo://test/views?1");
        assertThatThrownBy(() -> publish("javascript:alert(1)", ProductTypes.HEA))
                .hasMessageContaining("address");
    }

    @Test
    void theAddressOfLinksQuotesWhatAQueryMayNotCarryAndLeavesTheRest() throws SQLException {
        try (Connection owner = TestPostgres.connect(fixture.logins.owner());
                Statement statement = owner.createStatement()) {
            // The archive takes no such identifiers; should it ever, their addresses hold.
            statement.execute("ALTER TABLE cta.data_product DROP CONSTRAINT data_product_obs_publisher_did_check");
            for (String id : List.of("ivo://test/a?Zürich", "ivo://test/a?b&c#d+e%20f g\"<x>='y'", "ivo://test/α/β")) {
                fixture.open(id.replace("'", "''"));
                String address = as(
                                Caller.ANONYMOUS,
                                "SELECT access_url FROM ivoa.obscore WHERE obs_publisher_did = '"
                                        + id.replace("'", "''") + "'")
                        .get(0);
                String query = URI.create(address).getRawQuery();
                assertThat(query).matches("ID=[A-Za-z0-9._~:/?%-]+");
                assertThat(URLDecoder.decode(query.substring("ID=".length()), StandardCharsets.UTF_8))
                        .isEqualTo(id);
                fixture.ingest(
                        "DELETE FROM cta.data_product WHERE obs_publisher_did = '" + id.replace("'", "''") + "'");
            }
            statement.execute("ALTER TABLE cta.data_product ADD CONSTRAINT data_product_obs_publisher_did_check"
                    + " CHECK (obs_publisher_did ~ '^ivo://[^#&+%[:space:]]+$')");
        }
        String plain = "ivo://test/A-b.c_d~e/f?0/1:2?3";
        fixture.open(plain);
        assertThat(as(Caller.ANONYMOUS, "SELECT access_url FROM cta.vo_obscore WHERE obs_publisher_did LIKE '%A-b%'"))
                .allMatch(url -> url.endsWith("/datalink/links?ID=" + plain))
                .hasSize(1);
    }

    private static void publish(String base, ProductTypes types) throws SQLException {
        try (Connection service = fixture.database.asService()) {
            PublishedViews.publish(service, URI.create(base), types);
        }
    }

    private static void file(String did) throws SQLException {
        fixture.ingest("INSERT INTO cta.data_file (obs_publisher_did, role, root, path, file_name, media_type, bytes,"
                + " sha256) VALUES ('" + did + "', 'event-list', 'data', 'a/b.fits', 'b.fits', 'application/fits', 1,"
                + " '" + HASH + "')");
    }

    private static List<String> as(Caller caller, String query) throws SQLException {
        try (Connection connection = fixture.database.asCaller(caller)) {
            return Fixture.column(connection, query);
        }
    }
}
