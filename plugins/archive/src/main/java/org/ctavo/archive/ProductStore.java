package org.ctavo.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;

/**
 * Writes products into the archive's tables: each with its files and its origin in one transaction, so that whoever
 * reads sees all of it or nothing. Safe for use by any number of threads and processes at once; two that write the same
 * product take turns.
 */
public final class ProductStore {
    private static final String OPEN = "cta.data_product";
    private static final String SECURE = "cta.data_product_secure";

    /** What became of a product. */
    public enum Outcome {
        /** It was new. */
        LOADED,
        /** It was there, described from the same files in the same way. */
        UNCHANGED,
        /** It was there, described from other content or in another way. */
        REPLACED
    }

    private final Database database;
    private final Lineage lineage;

    /**
     * Products go to the tables of this database, under its ingest role.
     *
     * @param lineage is told of each product that is new or replaced
     */
    public ProductStore(Database database, Lineage lineage) {
        this.database = database;
        this.lineage = lineage;
    }

    /** What is known of the file at a place; empty if none was taken in from there. */
    public Optional<KnownFile> find(ProductFile.Location location) {
        try (Connection connection = database.asIngest();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT f.bytes, f.sha256, f.obs_publisher_did, o.fingerprint FROM cta.ingested_file AS f"
                                + " JOIN archive.product_origin AS o ON o.obs_publisher_did = f.obs_publisher_did"
                                + " WHERE f.root = ? AND f.path = ?")) {
            select.setString(1, location.root());
            select.setString(2, location.path());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new KnownFile(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /**
     * Writes a product, unless it is there already as it is.
     *
     * @throws Fault {@code DATABASE} or {@code REFUSED} if it cannot; then nothing of it was written
     */
    public Outcome store(Product product) {
        try (Connection connection = database.asIngest()) {
            connection.setAutoCommit(false);
            try {
                Outcome outcome = write(connection, product);
                connection.commit();
                return outcome;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /** Classes 08 and 57 of SQL states: no connection, or a server that is going down. */
    static Fault fault(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "08");
        if (e instanceof SQLTransientConnectionException || state.startsWith("08") || state.startsWith("57")) {
            return new Fault(ArchiveFault.DATABASE, "The archive's database does not answer.", e);
        }
        return new Fault(ArchiveFault.REFUSED, "The archive's database does not take the product.", e);
    }

    private Outcome write(Connection connection, Product product) throws SQLException {
        String id = product.id().text();
        execute(connection, "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", id);
        Optional<String> fingerprint =
                text(connection, "SELECT fingerprint FROM archive.product_origin WHERE obs_publisher_did = ?", id);
        withdrawOthers(connection, product);
        boolean same = fingerprint.equals(Optional.of(product.origin().fingerprint()));
        if (!same) {
            writeRun(connection, product);
            writeRow(connection, product);
            writeOrigin(connection, product);
        }
        writeFiles(connection, product);
        if (same) {
            return Outcome.UNCHANGED;
        }
        lineage.record(connection, product);
        return fingerprint.isPresent() ? Outcome.REPLACED : Outcome.LOADED;
    }

    /** A file that held another event list before holds that no more: its product is gone, and its run. */
    private static void withdrawOthers(Connection connection, Product product) throws SQLException {
        for (ProductFile file : product.files()) {
            if (file.role() != ProductFile.Role.EVENT_LIST) {
                continue;
            }
            for (String table : new String[] {OPEN, SECURE}) {
                execute(
                        connection,
                        "WITH gone AS (DELETE FROM " + table + " AS p USING cta.data_file AS f"
                                + " WHERE p.obs_publisher_did = f.obs_publisher_did"
                                + " AND f.role = 'event-list' AND f.root = ? AND f.path = ?"
                                + " AND f.obs_publisher_did <> ? RETURNING p.obs_collection, p.run_id)"
                                + " DELETE FROM cta.acquisition AS a USING gone"
                                + " WHERE a.obs_collection = gone.obs_collection AND a.run_id = gone.run_id",
                        file.location().root(),
                        file.location().path(),
                        product.id().text());
            }
        }
    }

    /** The run, as far as the file knows it; what others know of it (blocks, proposals) is left as it is. */
    private static void writeRun(Connection connection, Product product) throws SQLException {
        Product.Configuration configuration = product.configuration();
        if (configuration.runId().isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO cta.acquisition (obs_collection,"
                + " run_id, t_start, t_stop, ontime, livetime, zenith, quality, telescope_list)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (obs_collection, run_id) DO UPDATE SET"
                + " t_start = excluded.t_start, t_stop = excluded.t_stop, ontime = excluded.ontime,"
                + " livetime = excluded.livetime, zenith = excluded.zenith, quality = excluded.quality,"
                + " telescope_list = excluded.telescope_list")) {
            insert.setString(1, product.obsCollection());
            insert.setLong(2, configuration.runId().getAsLong());
            insert.setDouble(3, product.time().min());
            insert.setDouble(4, product.time().max());
            insert.setObject(5, ProductColumns.orNull(product.time().ontime()));
            insert.setDouble(6, product.time().exptime());
            insert.setObject(7, ProductColumns.orNull(configuration.zenith()));
            insert.setObject(8, ProductColumns.orNull(configuration.quality()));
            insert.setString(9, configuration.telescopes().orElse(null));
            insert.executeUpdate();
        }
    }

    private static void writeRow(Connection connection, Product product) throws SQLException {
        boolean secure = product.access().rights() == DataRights.SECURE;
        String id = product.id().text();
        String groups = product.access().groups().stream().sorted().collect(Collectors.joining(","));
        if (secure) {
            execute(
                    connection,
                    "SELECT cta.secure_product(obs_publisher_did, string_to_array(?, ',')) FROM " + OPEN
                            + " WHERE obs_publisher_did = ?",
                    groups,
                    id);
        } else {
            execute(
                    connection,
                    "SELECT cta.open_product(obs_publisher_did, ?, NULL) FROM " + SECURE
                            + " WHERE obs_publisher_did = ?",
                    product.access().rights().word(),
                    id);
        }
        Map<String, Object> columns = ProductColumns.of(product);
        String names = String.join(", ", columns.keySet());
        String marks = columns.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
        String updates = columns.keySet().stream()
                .filter(name -> !name.equals("obs_publisher_did"))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + (secure ? SECURE : OPEN) + " ("
                + names + ") VALUES (" + marks + ") ON CONFLICT (obs_publisher_did) DO UPDATE SET " + updates)) {
            int index = 1;
            for (Object value : columns.values()) {
                bind(connection, insert, index++, value);
            }
            insert.executeUpdate();
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, Object value)
            throws SQLException {
        if (value instanceof Double[] numbers) {
            statement.setArray(index, connection.createArrayOf("float8", numbers));
        } else if (value instanceof String[] texts) {
            statement.setArray(index, connection.createArrayOf("text", texts));
        } else {
            statement.setObject(index, value);
        }
    }

    private static void writeOrigin(Connection connection, Product product) throws SQLException {
        SortedMap<String, String> keywords = new TreeMap<>(product.origin().keywords());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO archive.product_origin (obs_publisher_did, fingerprint, keywords)"
                        + " VALUES (?, ?, jsonb_object(?::text[], ?::text[]))"
                        + " ON CONFLICT (obs_publisher_did) DO UPDATE SET fingerprint = excluded.fingerprint,"
                        + " keywords = excluded.keywords, recorded = excluded.recorded")) {
            insert.setString(1, product.id().text());
            insert.setString(2, product.origin().fingerprint());
            bind(connection, insert, 3, keywords.keySet().toArray(String[]::new));
            bind(connection, insert, 4, keywords.values().toArray(String[]::new));
            insert.executeUpdate();
        }
    }

    private static void writeFiles(Connection connection, Product product) throws SQLException {
        execute(
                connection,
                "DELETE FROM cta.data_file WHERE obs_publisher_did = ? AND role IN ('event-list', 'irf')",
                product.id().text());
        execute(
                connection,
                "DELETE FROM cta.ingested_file WHERE obs_publisher_did = ?",
                product.id().text());
        for (ProductFile file : product.files()) {
            writeFile(connection, product.id().text(), file);
        }
    }

    private static void writeFile(Connection connection, String id, ProductFile file) throws SQLException {
        String modified = file.modified().toString();
        execute(
                connection,
                "INSERT INTO cta.data_file (obs_publisher_did, secure, role, root, path, file_name, media_type, bytes,"
                        + " sha256, hdus, modified)"
                        + " VALUES (?, false, ?, ?, ?, ?, ?, ?::bigint, ?, ?, ?::timestamptz AT TIME ZONE 'UTC')",
                id,
                file.role().word(),
                file.location().root(),
                file.location().path(),
                file.location().fileName(),
                file.mediaType(),
                Long.toString(file.bytes()),
                file.sha256(),
                String.join(",", file.hdus()),
                modified);
        if (file.role() == ProductFile.Role.EVENT_LIST) {
            execute(
                    connection,
                    "INSERT INTO cta.ingested_file (root, path, sha256, bytes, modified, obs_publisher_did)"
                            + " VALUES (?, ?, ?, ?::bigint, ?::timestamptz AT TIME ZONE 'UTC', ?)"
                            + " ON CONFLICT (root, path) DO UPDATE SET sha256 = excluded.sha256,"
                            + " bytes = excluded.bytes, modified = excluded.modified,"
                            + " obs_publisher_did = excluded.obs_publisher_did, ingested = excluded.ingested",
                    file.location().root(),
                    file.location().path(),
                    file.sha256(),
                    Long.toString(file.bytes()),
                    modified,
                    id);
        }
    }

    private static void execute(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private static Optional<String> text(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
