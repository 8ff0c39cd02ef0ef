package org.ctavo.tap.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

import org.ctavo.spi.Fault;
import org.ctavo.spi.SchemaDescription;

/** Writes TAP_SCHEMA from what the plugins describe, as the owner of the database. */
public final class TapSchemaPublisher {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('tap_schema.publication', 0))";
    private static final String DIGEST = "SELECT digest FROM tap_schema.publication";
    private static final String PUBLISHED = "INSERT INTO tap_schema.publication (digest, published) VALUES (?, now())"
            + " ON CONFLICT (only_one) DO UPDATE SET digest = excluded.digest, published = excluded.published";

    private TapSchemaPublisher() {}

    /**
     * Publishes these schemas and tap_schema itself, and no others, in one transaction. Nothing is written if nothing
     * has changed. Several nodes may do so at once.
     *
     * @param owner a connection as the owner role, in auto-commit mode
     * @param schemas of all plugins, in the order they are to be shown
     * @return whether anything has changed
     * @throws Fault {@code METADATA_MISMATCH} that names what is described but not so in the database
     */
    public static boolean publish(Connection owner, Collection<SchemaDescription> schemas) throws SQLException {
        List<SchemaDescription> all = new ArrayList<>(schemas);
        all.add(TapSchemaDescription.SCHEMA);
        List<SchemaDescription> joined = Publication.joined(all);
        owner.setAutoCommit(false);
        try {
            DatabaseColumns database = DatabaseColumns.read(owner, Publication.realNames(joined));
            boolean changed = write(owner, Publication.checked(joined, database));
            owner.commit();
            return changed;
        } finally {
            owner.rollback();
            owner.setAutoCommit(true);
        }
    }

    private static boolean write(Connection owner, List<SchemaDescription> schemas) throws SQLException {
        String digest = digest(schemas);
        try (Statement statement = owner.createStatement()) {
            statement.execute(LOCK);
            try (ResultSet row = statement.executeQuery(DIGEST)) {
                if (row.next() && row.getString(1).equals(digest)) {
                    return false;
                }
            }
            new TapSchemaWriter(owner).write(schemas);
        }
        try (PreparedStatement published = owner.prepareStatement(PUBLISHED)) {
            published.setString(1, digest);
            published.executeUpdate();
        }
        return true;
    }

    private static String digest(List<SchemaDescription> schemas) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(schemas.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
