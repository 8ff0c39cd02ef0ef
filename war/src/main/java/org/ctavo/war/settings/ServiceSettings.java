package org.ctavo.war.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.ctavo.spi.Setting;

/** The settings of the service as a whole: its web face and its database. */
public final class ServiceSettings {
    /** Base URL for the answers. */
    public static final Setting<Optional<URI>> BASE_URL = new Setting<>(
            "service.base-url",
            "The address of the service as its users write it, without a slash at the end, such as"
                    + " https://archive.example.org/cta. Set it behind a proxy. Empty: taken from each request.",
            "",
            false,
            "an http or https address",
            ServiceSettings::baseUrl);

    /** Address to listen at. */
    public static final Setting<String> HTTP_ADDRESS = Setting.text(
            "http.address",
            "127.0.0.1",
            "The address on which `serve` and `demo` listen. The default is this machine only; 0.0.0.0 is every"
                    + " network. In a servlet container of yours, its own configuration decides.");

    /** Port to listen at. */
    public static final Setting<Integer> HTTP_PORT =
            Setting.wholeNumber("http.port", 8080, 0, 65535, "The port of `serve` and `demo`; 0 takes any free one.");

    /** Threads for requests. */
    public static final Setting<Integer> HTTP_THREADS = Setting.wholeNumber(
            "http.threads", 64, 4, 1000, "The most requests that `serve` and `demo` work on at one time.");

    /** Connections. */
    public static final Setting<Integer> HTTP_CONNECTIONS = Setting.wholeNumber(
            "http.connections", 2000, 16, 100_000, "The most connections that `serve` and `demo` keep open.");

    /** Form bodies. */
    public static final Setting<Long> FORM_LIMIT = Setting.bytes(
            "http.form-limit",
            "2MiB",
            "The largest body of a request that is parameters alone, and the most that all parameters of a"
                    + " request with files may have together.");

    /** Multipart bodies. */
    public static final Setting<Long> UPLOAD_LIMIT = Setting.bytes(
            "http.upload-limit", "256MiB", "The largest body of a request that brings files, such as table uploads.");

    /** How long to wait at the end. */
    public static final Setting<Duration> STOP_TIMEOUT = Setting.duration(
            "http.stop-timeout",
            "20s",
            "How long a stopping service lets running requests and jobs go on before it cuts them off.");

    /** External database. */
    public static final Setting<String> DATABASE_URL = Setting.text(
            "database.url",
            "",
            "The JDBC URL of a PostgreSQL server, version 15 or later, such as"
                    + " jdbc:postgresql://db.example.org/ctavo. Empty: the service runs a server of its own, which"
                    + " keeps its data in the home directory. The roles below must exist there;"
                    + " `cta-vo migrate --print-roles-sql` says how to make them.");

    /** Owner. */
    public static final Setting<String> OWNER_USER = Setting.text(
            "database.owner.user", "ctavo_owner", "The role that owns the schemas and runs the migrations.");

    /** Owner's password. */
    public static final Setting<String> OWNER_PASSWORD =
            Setting.secret("database.owner.password", "Its password. The service's own server makes passwords itself.");

    /** Ingest. */
    public static final Setting<String> INGEST_USER =
            Setting.text("database.ingest.user", "ctavo_ingest", "The role that writes the archive's tables.");

    /** Ingest's password. */
    public static final Setting<String> INGEST_PASSWORD = Setting.secret("database.ingest.password", "Its password.");

    /** Service. */
    public static final Setting<String> SERVICE_USER = Setting.text(
            "database.service.user", "ctavo_service", "The role that writes the service's own records, such as jobs.");

    /** Service's password. */
    public static final Setting<String> SERVICE_PASSWORD = Setting.secret("database.service.password", "Its password.");

    /** Query. */
    public static final Setting<String> QUERY_USER = Setting.text(
            "database.query.user",
            "ctavo_query",
            "The role under which users' queries run; it reads published tables and nothing else.");

    /** Query's password. */
    public static final Setting<String> QUERY_PASSWORD = Setting.secret("database.query.password", "Its password.");

    /** Query connections. */
    public static final Setting<Integer> QUERY_CONNECTIONS = Setting.wholeNumber(
            "database.query.connections",
            24,
            1,
            1000,
            "The most users' queries that run at one time; others wait a little, then are told to come back.");

    /** Statement timeout. */
    public static final Setting<Duration> QUERY_TIMEOUT = Setting.duration(
            "database.query.timeout", "10min", "How long the SQL of one user's query may run; then it is cancelled.");

    /** Where the embedded server's programs are kept. */
    public static final Setting<Path> PROGRAMS = new Setting<>(
            "database.embedded.programs",
            "Where the programs of the service's own PostgreSQL are unpacked; several homes may share the directory."
                    + " A relative path begins at the home directory.",
            "postgresql",
            false,
            "a path",
            text -> Path.of(text.strip()));

    /** Its port. */
    public static final Setting<Integer> EMBEDDED_PORT = Setting.wholeNumber(
            "database.embedded.port",
            0,
            0,
            65535,
            "The port of the service's own PostgreSQL, on 127.0.0.1 only; 0 takes any free one.");

    /** Its memory. */
    public static final Setting<Long> EMBEDDED_MEMORY = Setting.bytes(
            "database.embedded.shared-buffers",
            "256MiB",
            "The memory that the service's own PostgreSQL keeps for pages it has read; a quarter of the machine's"
                    + " memory is a good choice for a large archive.");

    private ServiceSettings() {}

    /** All of them, in the order of the sample. */
    public static List<Setting<?>> all() {
        return List.of(
                BASE_URL,
                HTTP_ADDRESS,
                HTTP_PORT,
                HTTP_THREADS,
                HTTP_CONNECTIONS,
                FORM_LIMIT,
                UPLOAD_LIMIT,
                STOP_TIMEOUT,
                DATABASE_URL,
                OWNER_USER,
                OWNER_PASSWORD,
                INGEST_USER,
                INGEST_PASSWORD,
                SERVICE_USER,
                SERVICE_PASSWORD,
                QUERY_USER,
                QUERY_PASSWORD,
                QUERY_CONNECTIONS,
                QUERY_TIMEOUT,
                PROGRAMS,
                EMBEDDED_PORT,
                EMBEDDED_MEMORY);
    }

    private static Optional<URI> baseUrl(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        URI uri = URI.create(text.strip());
        boolean isBase = uri.getHost() != null
                && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && !text.strip().endsWith("/");
        if (!isBase) {
            throw new IllegalArgumentException("not an address without query, fragment and slash at the end");
        }
        return Optional.of(uri);
    }
}
