package org.ctavo.soda.link;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.ctavo.soda.request.SodaFault;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;

/** What the archive says of the coverage of its products. Safe for use by any number of threads. */
public final class Coverages {
    private static final String COLUMNS =
            "SELECT obs_publisher_did, s_region, s_ra, s_dec, s_fov, t_min, t_max, em_min, em_max,"
                    + " energy_min / 1e12 AS tev_min, energy_max / 1e12 AS tev_max FROM ";
    private static final String OF = COLUMNS + "cta.data_product WHERE obs_publisher_did = ? UNION ALL " + COLUMNS
            + "cta.data_product_secure WHERE obs_publisher_did = ?";
    private static final String ANY = COLUMNS
            + "cta.data_product WHERE data_rights = 'public' AND obs_release_date <= pg_catalog.now()"
            + " AND obs_publisher_did IN (SELECT obs_publisher_did FROM cta.data_file WHERE role = 'event-list')"
            + " LIMIT 1";

    private final Database database;

    /** Reads from a database. */
    public Coverages(Database database) {
        this.database = database;
    }

    /** The coverage of a product that the caller may know of. */
    public Optional<Coverage> of(Caller caller, String product) {
        return product.indexOf('\0') >= 0 ? Optional.empty() : first(caller, OF, product, product);
    }

    /** The coverage of some product that anyone may have. */
    public Optional<Coverage> anyone() {
        return first(Caller.ANONYMOUS, ANY);
    }

    private Optional<Coverage> first(Caller caller, String sql, String... values) {
        try (Connection connection = database.asCaller(caller);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(coverage(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new Fault(SodaFault.DATABASE, "The archive's database does not answer.", e);
        }
    }

    private static Coverage coverage(ResultSet row) throws SQLException {
        return new Coverage(
                row.getString("obs_publisher_did"),
                circle(row),
                extent(row, "t_min", "t_max"),
                extent(row, "em_min", "em_max"),
                extent(row, "tev_min", "tev_max"));
    }

    private static Optional<Coverage.Circle> circle(ResultSet row) throws SQLException {
        Array region = row.getArray("s_region");
        if (region != null && region.getArray() instanceof Double[] numbers && numbers.length == 3) {
            return Optional.of(new Coverage.Circle(numbers[0], numbers[1], numbers[2]));
        }
        double lon = row.getDouble("s_ra");
        double lat = row.getDouble("s_dec");
        double fov = row.getDouble("s_fov");
        return row.wasNull() ? Optional.empty() : Optional.of(new Coverage.Circle(lon, lat, fov / 2));
    }

    private static Optional<Coverage.Extent> extent(ResultSet row, String low, String high) throws SQLException {
        double least = row.getDouble(low);
        boolean known = !row.wasNull();
        double greatest = row.getDouble(high);
        return known && !row.wasNull() ? Optional.of(new Coverage.Extent(least, greatest)) : Optional.empty();
    }
}
