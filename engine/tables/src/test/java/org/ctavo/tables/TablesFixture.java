package org.ctavo.tables;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ctavo.database.Logins;
import org.ctavo.database.PooledDatabase;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.Database;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.Services;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;
import org.ctavo.spi.TableDescription;
import org.ctavo.tables.result.MoreFormats;
import org.ctavo.tables.upload.TableUploads;
import org.ctavo.tap.TapEndpoint;
import org.ctavo.tap.TapParts;
import org.ctavo.tap.TapService;
import org.ctavo.tap.result.ResultFormats;
import org.ctavo.tap.schema.TapSchemaMigrations;
import org.ctavo.tap.schema.TapSchemaPublisher;
import org.ctavo.testing.RecordingExchange;
import org.ctavo.testing.TestPostgres;

/** A TAP service with all formats and uploads, over one small table. Close it. */
public final class TablesFixture implements AutoCloseable {
    private static final SchemaDescription SCHEMA = new SchemaDescription(
            "t",
            "a test",
            Optional.empty(),
            List.of(new TableDescription(
                    "t.all_types",
                    false,
                    "one column of each kind",
                    Optional.empty(),
                    List.of(
                            ColumnDescription.of("id", "int", null),
                            ColumnDescription.of("flag", "boolean", null),
                            ColumnDescription.of("small", "short", null),
                            ColumnDescription.of("big", "long", null),
                            ColumnDescription.of("single", "float", null),
                            described("wide", "double", null, "TeV", "em.energy", null),
                            ColumnDescription.of("words", "char", "*"),
                            described("moment", "char", "*", null, "time.epoch", "timestamp"),
                            described("outline", "char", "*", null, "pos.outline", "adql:REGION"),
                            ColumnDescription.of("numbers", "double", "*"),
                            ColumnDescription.of("counts", "int", "*")),
                    List.of())));

    private final Logins logins = TestPostgres.migrated(List.of(SphereMigrations.SET, TapSchemaMigrations.SET));
    private final PooledDatabase database;
    private final TableUploads uploads;
    private final TapService service;
    private final TapEndpoint endpoint;

    private record Offered(Database database, SettingValues settings) implements Services {}

    private record Given(Map<String, String> texts) implements SettingValues {
        @Override
        public <T> T value(Setting<T> setting) {
            return setting.reader().apply(texts.getOrDefault(setting.key(), setting.defaultText()));
        }
    }

    private static final class Types implements Plugin {
        @Override
        public String name() {
            return "types";
        }

        @Override
        public List<SchemaDescription> schemas(SettingValues settings) {
            return List.of(SCHEMA);
        }
    }

    /** With default settings but these, given as keys and values in turn. */
    public TablesFixture(String... settings) throws SQLException {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            texts.put(settings[i], settings[i + 1]);
        }
        try (Connection owner = TestPostgres.connect(logins.owner());
                Statement statement = owner.createStatement()) {
            statement.execute(
                    """
                    CREATE SCHEMA t;
                    CREATE TABLE t.all_types (id int4, flag bool, small int2, big int8, single float4, wide float8,
                        words text, moment timestamp, outline float8[], numbers float8[], counts int4[]);
                    INSERT INTO t.all_types VALUES
                        (1, true, -5, 9007199254740993, 1.5, 0.1, 'plain', '2026-01-02 03:04:05.678901',
                         '{10,20,0.5}', '{1,2.5,NaN}', '{1,2,3}'),
                        (2, false, 32767, -1, 'Infinity', 'NaN', E'<b>&"é\\n,\\t', '1999-12-31', '{1,1,2,1,2,2}', '{}',
                         '{}'),
                        (3, null, null, null, null, null, null, null, null, null, null);
                    GRANT USAGE ON SCHEMA t TO ctavo_query; GRANT SELECT ON ALL TABLES IN SCHEMA t TO ctavo_query""");
            TapSchemaPublisher.publish(owner, List.of(SCHEMA));
        }
        database = TestPostgres.pools(logins);
        Services services = new Offered(database, new Given(texts));
        uploads = new TableUploads(services.settings());
        service = TapService.open(TapParts.of(services, List.of(new Types()), "test")
                .with(ResultFormats.BUILT_IN.with(MoreFormats.list(1 << 20)))
                .with(uploads));
        endpoint = service.endpoint(List.of());
    }

    private static ColumnDescription described(
            String name, String datatype, String arraysize, String unit, String ucd, String xtype) {
        return new ColumnDescription(
                name,
                datatype,
                Optional.ofNullable(arraysize),
                Optional.ofNullable(xtype),
                Optional.ofNullable(unit),
                Optional.ofNullable(ucd),
                Optional.empty(),
                "the " + name,
                true,
                false,
                false);
    }

    /** Has a request answered. */
    public RecordingExchange ask(RecordingExchange exchange) throws IOException {
        endpoint.handle(exchange);
        return exchange;
    }

    /** Runs a query by GET. */
    public RecordingExchange query(String adql, String... more) throws IOException {
        String[] all = new String[more.length + 2];
        all[0] = "QUERY";
        all[1] = adql;
        System.arraycopy(more, 0, all, 2, more.length);
        return ask(RecordingExchange.get("/sync", all));
    }

    /** The pools. */
    public PooledDatabase database() {
        return database;
    }

    @Override
    public void close() throws IOException {
        service.close();
        uploads.close();
        database.close();
    }
}
