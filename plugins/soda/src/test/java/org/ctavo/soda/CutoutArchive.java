package org.ctavo.soda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ctavo.archive.ArchivePlugin;
import org.ctavo.archive.Lineage;
import org.ctavo.database.PooledDatabase;
import org.ctavo.ingest.IngestService;
import org.ctavo.ingest.Progress;
import org.ctavo.schema.CtaSchemaPlugin;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Services;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;
import org.ctavo.testing.RecordingExchange;
import org.ctavo.testing.TestPostgres;
import org.ctavo.uws.UwsMigrations;

/** An archive with ingested event lists, and the cut-out service on it. Close it. */
public final class CutoutArchive implements AutoCloseable {
    /** Someone who may have what is kept for members. */
    public static final Caller MEMBER =
            new Caller(Optional.of("member"), Set.of("members"), Caller.Authentication.TOKEN);

    /** Someone else who logged in. */
    public static final Caller STRANGER =
            new Caller(Optional.of("stranger"), Set.of("others"), Caller.Authentication.TOKEN);

    private final PooledDatabase database = TestPostgres.pools(TestPostgres.migrated(
            List.of(SphereMigrations.SET, CtaSchemaPlugin.MIGRATIONS, ArchivePlugin.MIGRATIONS, UwsMigrations.SET)));
    private final Map<String, String> settings;
    private final Endpoint soda;

    private record Offered(Database database, SettingValues settings) implements Services {}

    /** Ingests directories. */
    public CutoutArchive(Map<String, String> settings, Path... inputs) {
        this.settings = Map.copyOf(settings);
        new IngestService(database, values(), Lineage.NONE).ingest(List.of(inputs), Progress.silent());
        soda = new SodaPlugin().endpoints(services()).get(0);
    }

    private SettingValues values() {
        return new SettingValues() {
            @Override
            public <T> T value(Setting<T> setting) {
                return setting.reader().apply(settings.getOrDefault(setting.key(), setting.defaultText()));
            }
        };
    }

    /** What a plugin is offered. */
    public Services services() {
        return new Offered(database, values());
    }

    /** The pools. */
    public PooledDatabase database() {
        return database;
    }

    /** Sends a request to the service. */
    public RecordingExchange send(RecordingExchange request) {
        try {
            soda.handle(request);
            return request;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for a cut-out. */
    public RecordingExchange cut(String... namesAndValues) {
        return send(RecordingExchange.get("/sync", namesAndValues));
    }

    /** Identifiers of the event lists, in order. */
    public List<String> products() throws SQLException {
        try (Connection connection = database.asIngest();
                PreparedStatement select = connection.prepareStatement("SELECT pg_catalog.array_agg(obs_publisher_did"
                        + " ORDER BY obs_publisher_did) FROM cta.data_file WHERE role = 'event-list'");
                ResultSet row = select.executeQuery()) {
            row.next();
            return List.of((String[]) row.getArray(1).getArray());
        }
    }

    /** Changes the archive. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = database.asIngest();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
