package org.ctavo.tap.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is published now, remembered so that no request waits for it. {@link #refresh} is called now and then, since
 * another node may have published something new. Safe for use by any number of threads.
 */
public final class MetadataSource implements Supplier<MetadataSnapshot> {
    private static final Logger LOG = LoggerFactory.getLogger(MetadataSource.class);

    private final Database database;
    private volatile MetadataSnapshot snapshot;

    private MetadataSource(Database database, MetadataSnapshot snapshot) {
        this.database = database;
        this.snapshot = snapshot;
    }

    /**
     * Reads TAP_SCHEMA for the first time.
     *
     * @throws SQLException if the database is not there, or not migrated
     */
    public static MetadataSource open(Database database) throws SQLException {
        try (Connection connection = database.asCaller(Caller.ANONYMOUS)) {
            return new MetadataSource(database, TapSchemaReader.read(connection));
        }
    }

    @Override
    public MetadataSnapshot get() {
        return snapshot;
    }

    /** Reads TAP_SCHEMA again if it has changed; goes on with what it has if the database is not there. */
    public void refresh() {
        try (Connection connection = database.asCaller(Caller.ANONYMOUS)) {
            if (!digest(connection).equals(snapshot.digest())) {
                snapshot = TapSchemaReader.read(connection);
                LOG.info("TAP_SCHEMA has changed and was read again");
            }
        } catch (SQLException e) {
            LOG.warn("TAP_SCHEMA cannot be looked at; what was read at {} stays in use", snapshot.published(), e);
        }
    }

    private static String digest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT digest FROM tap_schema.publication")) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
