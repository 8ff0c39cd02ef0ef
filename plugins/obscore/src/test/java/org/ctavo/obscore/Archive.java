package org.ctavo.obscore;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import org.ctavo.database.Logins;
import org.ctavo.database.PooledDatabase;
import org.ctavo.schema.CtaSchemaPlugin;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.spi.Database;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.MigrationSet;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.Queries;
import org.ctavo.spi.Services;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;
import org.ctavo.tap.TapParts;
import org.ctavo.tap.TapService;
import org.ctavo.tap.schema.TapSchemaMigrations;
import org.ctavo.tap.schema.TapSchemaPublisher;
import org.ctavo.testing.RecordingExchange;
import org.ctavo.testing.TestPostgres;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An archive of made-up products with the services that search it; a test class registers its own. */
public final class Archive implements BeforeAllCallback, AfterAllCallback {
    private static final List<MigrationSet> MIGRATIONS =
            List.of(SphereMigrations.SET, TapSchemaMigrations.SET, CtaSchemaPlugin.MIGRATIONS);

    private final String inserts;
    private PooledDatabase database;
    private TapService tap;
    private List<Endpoint> endpoints;

    /** With what an SQL script inserts. */
    public Archive(String inserts) {
        this.inserts = inserts;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        Logins logins = TestPostgres.migrated(MIGRATIONS);
        database = TestPostgres.pools(logins);
        try (Connection ingest = database.asIngest();
                Statement statement = ingest.createStatement()) {
            statement.execute(inserts);
        }
        try (Connection owner = TestPostgres.connect(logins.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("ANALYZE cta.data_product, cta.data_product_secure");
            TapSchemaPublisher.publish(owner, CtaSchemaPlugin.published());
        }
        Plugin plugin = new ObsCorePlugin();
        Basics basics = new Basics(database, new Defaults());
        tap = TapService.open(TapParts.of(basics, List.of(plugin), "test"));
        endpoints = plugin.endpoints(new Offered(database, new Defaults(), tap.queries()));
    }

    private record Basics(Database database, SettingValues settings) implements Services {}

    private record Offered(Database database, SettingValues settings, Queries queries) implements Services {}

    private record Defaults() implements SettingValues {
        @Override
        public <T> T value(Setting<T> setting) {
            return setting.reader().apply(setting.defaultText());
        }
    }

    /** The database below. */
    public PooledDatabase database() {
        return database;
    }

    /** What endpoints are given. */
    public Queries queries() {
        return tap.queries();
    }

    /** Has a request answered by the endpoint of that path. */
    public RecordingExchange ask(String endpoint, RecordingExchange exchange) throws IOException {
        endpoints.stream()
                .filter(candidate -> candidate.path().equals(endpoint))
                .findFirst()
                .orElseThrow()
                .handle(exchange);
        return exchange;
    }

    /** The cells of a column of a TABLEDATA document. */
    public static List<String> cells(String votable, String column) {
        List<String> names = Stream.of(votable.split("<FIELD ", -1))
                .skip(1)
                .map(field -> field.replaceFirst("(?s).*?\\bname=\"([^\"]*)\".*", "$1"))
                .toList();
        return Stream.of(votable.split("<TR>", -1))
                .skip(1)
                .map(row -> row.split("<TD>", -1)[1 + names.indexOf(column)].replaceFirst("(?s)</TD>.*", ""))
                .toList();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        tap.close();
        database.close();
    }
}
