package org.ctavo.tap;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.ctavo.database.Logins;
import org.ctavo.database.PooledDatabase;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.spi.Capability;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.DataModel;
import org.ctavo.spi.Database;
import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.MigrationSet;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.RecordDecorator;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.ServiceDescriptor;
import org.ctavo.spi.Services;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;
import org.ctavo.spi.SqlForm;
import org.ctavo.tap.schema.TapSchemaMigrations;
import org.ctavo.tap.schema.TapSchemaPublisher;
import org.ctavo.testing.RecordingExchange;
import org.ctavo.testing.TestPostgres;

/** A whole TAP service on a database of its own. */
final class TapFixture implements AutoCloseable {
    private static final List<MigrationSet> MIGRATIONS = List.of(SphereMigrations.SET, TapSchemaMigrations.SET);

    private final Logins logins;
    private final PooledDatabase database;
    private final TapService service;
    private final TapEndpoint endpoint;

    private TapFixture(Map<String, String> settings) throws SQLException {
        this.logins = TestPostgres.migrated(MIGRATIONS);
        try (Connection owner = TestPostgres.connect(logins.owner())) {
            SkyTables.create(owner);
            TapSchemaPublisher.publish(owner, List.of(SkyTables.description()));
        }
        this.database = TestPostgres.pools(logins);
        this.service =
                TapService.open(TapParts.of(new Offered(database, new Given(settings)), List.of(new Sky()), "test"));
        this.endpoint = service.endpoint(List.of());
    }

    /** A service with default settings but these, given as keys and values in turn. */
    static TapFixture open(String... settings) throws SQLException {
        Map<String, String> values = new java.util.HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return new TapFixture(values);
    }

    Logins logins() {
        return logins;
    }

    PooledDatabase database() {
        return database;
    }

    TapService service() {
        return service;
    }

    TapEndpoint endpoint() {
        return endpoint;
    }

    /** Has a request answered. */
    RecordingExchange ask(RecordingExchange exchange) throws IOException {
        endpoint.handle(exchange);
        return exchange;
    }

    /** Runs a query by GET. */
    RecordingExchange query(String adql, String... more) throws IOException {
        String[] all = Stream.concat(Stream.of("LANG", "ADQL", "QUERY", adql), Stream.of(more))
                .toArray(String[]::new);
        return ask(RecordingExchange.get("/sync", all));
    }

    @Override
    public void close() {
        service.close();
        database.close();
    }

    private record Offered(Database database, SettingValues settings) implements Services {}

    private record Given(Map<String, String> texts) implements SettingValues {
        @Override
        public <T> T value(Setting<T> setting) {
            return setting.reader().apply(texts.getOrDefault(setting.key(), setting.defaultText()));
        }
    }

    /** A plugin with something of everything. */
    private static final class Sky implements Plugin {
        @Override
        public String name() {
            return "sky";
        }

        @Override
        public List<SchemaDescription> schemas(SettingValues settings) {
            return List.of(SkyTables.description());
        }

        @Override
        public List<FunctionDeclaration> functions() {
            return List.of(
                    FunctionDeclaration.of(
                            "sky_twice(x DOUBLE) -> DOUBLE", "Twice as much & more", SqlForm.pattern("$1 * 2")),
                    FunctionDeclaration.of(
                            "sky_wait(x DOUBLE) -> DOUBLE",
                            "Waits for so many seconds",
                            SqlForm.pattern("(SELECT 0::float8 FROM pg_catalog.pg_sleep($1))")));
        }

        @Override
        public List<DataModel> dataModels() {
            return List.of(new DataModel("ivo://ivoa.net/std/ObsCore#core-1.1", "ObsCore-1.1"));
        }

        @Override
        public List<Capability> capabilities() {
            return List.of(
                    new Capability("ivo://ivoa.net/std/DataLink#links-1.1", "vs:ParamHTTP", "1.1", "/datalink/links"));
        }

        @Override
        public List<RecordDecorator> decorators(Services services) {
            return List.of(Sky::links);
        }

        private static Optional<ServiceDescriptor> links(List<ColumnDescription> columns, URI base) {
            Set<String> wanted = Set.of("obs_id");
            return columns.stream()
                    .filter(column -> wanted.contains(column.name()))
                    .findFirst()
                    .map(column -> new ServiceDescriptor(
                            "links",
                            "What goes with it",
                            Optional.of("ivo://ivoa.net/std/DataLink#links-1.1"),
                            URI.create(base + "/datalink/links"),
                            List.of(new ServiceDescriptor.Input(
                                    SkyTables.column("ID", "char", "*", null),
                                    Optional.of(column.name()),
                                    Optional.empty()))));
        }
    }
}
