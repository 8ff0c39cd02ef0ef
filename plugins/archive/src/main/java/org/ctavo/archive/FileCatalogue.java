package org.ctavo.archive;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;

/**
 * The files the archive lists, as a caller may know of them: row-level security hides those of secure products from
 * everyone outside their groups. Safe for use by any number of threads.
 */
public final class FileCatalogue {
    private static final String SELECT =
            """
            SELECT f.obs_publisher_did, f.role, f.root, f.path, f.media_type, f.bytes, f.sha256, f.hdus, f.modified,
                   p.data_rights, p.obs_release_date, p.access_groups
            FROM cta.data_file AS f
            JOIN (SELECT obs_publisher_did, data_rights, obs_release_date, access_groups FROM cta.data_product
                  UNION ALL
                  SELECT obs_publisher_did, data_rights, obs_release_date, access_groups FROM cta.data_product_secure
                 ) AS p USING (obs_publisher_did)
            """;

    private final Database database;

    /** Reads from a database. */
    public FileCatalogue(Database database) {
        this.database = database;
    }

    /** The files at a place: one that several products share, such as an instrument response, comes once for each. */
    public List<CatalogueFile> at(Caller caller, String root, String path) {
        if (root.indexOf('\0') >= 0 || path.indexOf('\0') >= 0) {
            return List.of();
        }
        return select(caller, SELECT + "WHERE f.root = ? AND f.path = ? ORDER BY f.file_id", statement -> {
            statement.setString(1, root);
            statement.setString(2, path);
        });
    }

    /** The files of a product, in the order they were listed. */
    public List<CatalogueFile> of(Caller caller, String product) {
        return of(caller, List.of(product));
    }

    /** The files of products, by product and in the order they were listed. */
    public List<CatalogueFile> of(Caller caller, Collection<String> products) {
        String[] known =
                products.stream().filter(product -> product.indexOf('\0') < 0).toArray(String[]::new);
        String order = "WHERE f.obs_publisher_did = ANY (?) ORDER BY f.obs_publisher_did, f.file_id";
        return select(
                caller,
                SELECT + order,
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", known)));
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private List<CatalogueFile> select(Caller caller, String sql, Binding binding) {
        try (Connection connection = database.asCaller(caller);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<CatalogueFile> files = new ArrayList<>();
                while (rows.next()) {
                    files.add(read(rows));
                }
                return List.copyOf(files);
            }
        } catch (SQLException e) {
            throw new Fault(ArchiveFault.DATABASE, "The archive's list of files cannot be read at present.", e);
        }
    }

    private static CatalogueFile read(ResultSet row) throws SQLException {
        String hdus = row.getString("hdus");
        ProductFile file = new ProductFile(
                ProductFile.Role.valueOf(
                        row.getString("role").toUpperCase(Locale.ROOT).replace('-', '_')),
                new ProductFile.Location(row.getString("root"), row.getString("path")),
                row.getString("media_type"),
                row.getLong("bytes"),
                row.getString("sha256"),
                hdus == null || hdus.isEmpty() ? List.of() : List.of(hdus.split(",", -1)),
                instant(row.getTimestamp("modified")).orElse(Instant.EPOCH));
        Array groups = row.getArray("access_groups");
        AccessRule rule = new AccessRule(
                DataRights.of(row.getString("data_rights")),
                instant(row.getTimestamp("obs_release_date")),
                Set.of((String[]) groups.getArray()));
        return new CatalogueFile(row.getString("obs_publisher_did"), file, rule);
    }

    /** The columns hold UTC without a zone. */
    private static Optional<Instant> instant(Timestamp timestamp) {
        return Optional.ofNullable(timestamp)
                .map(Timestamp::toLocalDateTime)
                .map((LocalDateTime time) -> time.toInstant(ZoneOffset.UTC));
    }
}
