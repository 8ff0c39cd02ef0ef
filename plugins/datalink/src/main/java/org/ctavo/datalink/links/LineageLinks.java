package org.ctavo.datalink.links;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.ctavo.archive.ArchiveFault;
import org.ctavo.archive.link.Link;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;

/**
 * Links to what a product was made from and to what was made from it, one step away, as far as the caller may know of
 * it. What is a product itself is linked by its own links; of anything else there is its provenance.
 */
public final class LineageLinks implements LinkSource {
    /** A calibration may have a million descendants: the graph of provenance shows them better than a list. */
    private static final int MOST = 50;

    private static final String LINKS_TYPE = "application/x-votable+xml;content=datalink";

    /** Terms of the vocabulary of product types that obscore's words are. */
    private static final Set<String> PRODUCT_TYPES =
            Set.of("image", "cube", "spectrum", "sed", "timeseries", "visibility", "measurements");

    private static final String SELECT =
            """
            SELECT n.id, n.name, n.of, p.dataproduct_type, p.obs_publisher_did IS NOT NULL AS published
            FROM (
                (SELECT e.id, e.name, 'progenitor' AS of
                 FROM provenance.progenitor AS g JOIN provenance.entity AS e ON e.id = g.progenitor_id
                 WHERE g.entity_id = ? AND g.depth = 1 ORDER BY e.id LIMIT ?)
                UNION ALL
                (SELECT e.id, e.name, 'derivation' AS of
                 FROM provenance.progenitor AS g JOIN provenance.entity AS e ON e.id = g.entity_id
                 WHERE g.progenitor_id = ? AND g.depth = 1 ORDER BY e.id LIMIT ?)
            ) AS n
            LEFT JOIN ivoa.obscore AS p ON p.obs_publisher_did = n.id
            ORDER BY n.of DESC, n.id
            """;

    private final Database database;

    /** Reads from a database that holds provenance. */
    public LineageLinks(Database database) {
        this.database = database;
    }

    @Override
    public List<Link> links(String product, Caller caller, URI base) {
        try (Connection connection = database.asCaller(caller);
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setString(1, product);
            statement.setInt(2, MOST);
            statement.setString(3, product);
            statement.setInt(4, MOST);
            List<Link> links = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    links.add(link(rows, base));
                }
            }
            return List.copyOf(links);
        } catch (SQLException e) {
            throw new Fault(ArchiveFault.DATABASE, "Provenance cannot be read at present.", e);
        }
    }

    private static Link link(ResultSet row, URI base) throws SQLException {
        String id = row.getString("id");
        String relation = row.getString("of");
        boolean published = row.getBoolean("published");
        String said = relation.equals("progenitor") ? "made from " : "used for ";
        String name = Optional.ofNullable(row.getString("name")).orElse(id);
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8);
        URI target = URI.create(
                published
                        ? base + "/datalink/links?ID=" + encoded
                        : base + "/provsap?ID=" + encoded + "&DEPTH=1&RESPONSEFORMAT=PROV-JSON");
        return new Link(
                "#" + relation,
                new Link.Target.Access(target),
                said + name + (published ? " (its links)" : " (its provenance)"),
                Optional.of(published ? LINKS_TYPE : "application/json"),
                OptionalLong.empty(),
                published ? qualifier(row.getString("dataproduct_type")) : Optional.empty(),
                Optional.of(relation),
                Optional.of(new Link.Authorization("false", true)));
    }

    private static Optional<String> qualifier(String productType) {
        if (productType == null) {
            return Optional.empty();
        }
        if (productType.startsWith("event") || productType.equals("hea-event-list")) {
            return Optional.of("#event-list");
        }
        return Optional.of("#" + productType).filter(term -> PRODUCT_TYPES.contains(productType));
    }

    @Override
    public String semantics() {
        return "#progenitor";
    }
}
