package org.ctavo.tap.async;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.ctavo.database.Logins;
import org.ctavo.database.PooledDatabase;
import org.ctavo.sphere.SphereMigrations;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.Database;
import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.SchemaDescription;
import org.ctavo.spi.Services;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SettingValues;
import org.ctavo.spi.SqlForm;
import org.ctavo.spi.TableDescription;
import org.ctavo.tap.TapParts;
import org.ctavo.tap.TapService;
import org.ctavo.tap.schema.TapSchemaMigrations;
import org.ctavo.tap.schema.TapSchemaPublisher;
import org.ctavo.testing.TestPostgres;
import org.ctavo.testing.TestServer;
import org.ctavo.uws.JobFiles;
import org.ctavo.uws.JobQueue;
import org.ctavo.uws.QueueLimits;
import org.ctavo.uws.UwsMigrations;
import org.ctavo.uws.rest.RestLimits;

import static org.assertj.core.api.Assertions.assertThat;

/** A TAP service with async on a database of its own, behind a web server, and a client that follows nothing. */
final class AsyncFixture implements AutoCloseable {
    private static final List<ColumnDescription> COLUMNS =
            List.of(ColumnDescription.of("id", "int", null), ColumnDescription.of("name", "char", "*"));
    private static final SchemaDescription SCHEMA = new SchemaDescription(
            "sky",
            "Tables for tests",
            Optional.empty(),
            List.of(new TableDescription("sky.star", false, "Stars", Optional.empty(), COLUMNS, List.of())));

    private final Logins logins;
    private final PooledDatabase database;
    private final TapService service;
    private final JobQueue queue;
    private final TestServer server;
    private final Path directory;
    private final HttpClient client = HttpClient.newHttpClient();

    AsyncFixture() throws SQLException, IOException {
        logins = TestPostgres.migrated(List.of(SphereMigrations.SET, TapSchemaMigrations.SET, UwsMigrations.SET));
        try (Connection owner = TestPostgres.connect(logins.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA sky; CREATE TABLE sky.star (id int PRIMARY KEY, name text);"
                    + " INSERT INTO sky.star SELECT i, 'star ' || i FROM generate_series(1, 100) AS g (i);"
                    + " GRANT USAGE ON SCHEMA sky TO ctavo_query; GRANT SELECT ON sky.star TO ctavo_query");
            TapSchemaPublisher.publish(owner, List.of(SCHEMA));
        }
        database = TestPostgres.pools(logins);
        TapParts made = TapParts.of(new Offered(database, new Defaults()), List.of(new Sky()), "test");
        TapParts parts = made.with(AsyncResource.retention(made));
        service = TapService.open(parts);
        directory = Files.createTempDirectory("ctavo-async");
        queue = new JobQueue(database, new JobFiles(directory, 0), QueueLimits.from(new Defaults()));
        AsyncResource async = AsyncResource.open(service, parts, queue, RestLimits.from(new Defaults()));
        queue.start();
        server = TestServer.of(service.endpoint(List.of(async)));
    }

    private record Offered(Database database, SettingValues settings) implements Services {}

    private record Defaults() implements SettingValues {
        @Override
        public <T> T value(Setting<T> setting) {
            return setting.reader().apply(setting.defaultText());
        }
    }

    private record Sky() implements Plugin {
        @Override
        public String name() {
            return "sky";
        }

        @Override
        public List<SchemaDescription> schemas(SettingValues settings) {
            return List.of(SCHEMA);
        }

        @Override
        public List<FunctionDeclaration> functions() {
            return List.of(FunctionDeclaration.of(
                    "sky_wait(x DOUBLE) -> DOUBLE",
                    "Waits for so many seconds",
                    SqlForm.pattern("(SELECT 0::float8 FROM pg_catalog.pg_sleep($1))")));
        }
    }

    String tap() {
        return server.base() + "/tap";
    }

    JobQueue queue() {
        return queue;
    }

    HttpResponse<String> get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String url, String... fields) throws IOException, InterruptedException {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Creates a job that runs a query, and gives its address. */
    String run(String adql, String... more) throws IOException, InterruptedException {
        String[] fields = Stream.concat(Stream.of("LANG", "ADQL", "PHASE", "RUN", "QUERY", adql), Stream.of(more))
                .toArray(String[]::new);
        HttpResponse<String> response = post(tap() + "/async", fields);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    /** Waits until a job has ended, and gives its phase. */
    String ended(String job) throws IOException, InterruptedException {
        for (int i = 0; i < 30; i++) {
            get(job + "?WAIT=5");
            String phase = get(job + "/phase").body();
            if (!phase.equals("QUEUED") && !phase.equals("EXECUTING")) {
                return phase;
            }
        }
        throw new AssertionError("The job does not end: " + job);
    }

    /** How many statements of users are running. */
    int running() {
        String url = logins.owner().url();
        try (Connection connection = TestPostgres.superuser(url.substring(url.lastIndexOf('/') + 1));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE state = 'active'"
                        + " AND usename = 'ctavo_query' AND datname = current_database()")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitRunning(int count) throws InterruptedException {
        for (int i = 0; i < 1000 && running() != count; i++) {
            Thread.sleep(10);
        }
        assertThat(running()).isEqualTo(count);
    }

    /** Files of all jobs. */
    List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        queue.close();
        service.close();
        database.close();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
