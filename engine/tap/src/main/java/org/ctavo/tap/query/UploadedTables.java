package org.ctavo.tap.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.ctavo.adql.metadata.KnownTable;

/**
 * Tables that a query brings with it (TAP 1.1, section 2.5). Closing frees what they hold outside the database.
 */
public interface UploadedTables extends AutoCloseable {

    /** No tables. */
    UploadedTables NONE = new UploadedTables() {
        @Override
        public List<KnownTable> tables() {
            return List.of();
        }

        @Override
        public void create(Connection connection) {}

        @Override
        public void drop(Connection connection) {}

        @Override
        public void close() {}
    };

    /** What the query may name, beside the published tables. Empty for {@link #NONE} only. */
    List<KnownTable> tables();

    /** Creates and fills them in the session that will run the query, just before it does. */
    void create(Connection connection) throws SQLException;

    /** Removes them from the session, which is pooled, after the query; also when it or {@link #create} failed. */
    void drop(Connection connection) throws SQLException;

    @Override
    void close();
}
