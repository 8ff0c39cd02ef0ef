package org.ctavo.provenance;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.prov.ModelStyle;
import org.ctavo.provenance.prov.ProvFormat;
import org.ctavo.provenance.store.GraphQuery;
import org.ctavo.provenance.store.GraphRequest;
import org.ctavo.provenance.svg.SvgWriter;
import org.ctavo.provenance.votable.ProvVotable;
import org.ctavo.spi.AdqlLiteral;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Services;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a starting service what its users will ask, so that the first of them does not wait for classes, compilation,
 * plans and the pages that every question reads. In the background, for ten seconds at most, as anyone may ask; when it
 * fails, the first question takes a little longer, and that is all.
 */
final class FirstQuestions implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FirstQuestions.class);
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final int PRODUCTS = 100;

    private final Services services;
    private final int mostNodes;
    private final GraphQuery query;

    private FirstQuestions(Services services, int mostNodes) {
        this.services = services;
        this.mostNodes = mostNodes;
        this.query = new GraphQuery(services.database());
    }

    /** Begins to ask, and has later connections prepared before they serve. */
    static void ask(Services services, int mostNodes) {
        services.database().prepareCallers(GraphQuery::prepare);
        Thread thread = new Thread(new FirstQuestions(services, mostNodes), "provenance-first-questions");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        long end = System.nanoTime() + MOST.toNanos();
        try {
            List<String> products = lastProducts();
            formats(document(products.isEmpty() ? "" : products.get(0), true));
            int asked = 0;
            for (; asked < products.size() && System.nanoTime() < end; asked++) {
                ProvFormat.PROV_JSON.write(
                        document(products.get(asked), false), ModelStyle.IVOA, OutputStream.nullOutputStream());
                if (asked % 8 == 0) {
                    progenitors(products.get(asked));
                }
            }
            LOG.debug("The service asked itself {} questions.", asked);
        } catch (SQLException | IOException | Fault | UnsupportedOperationException e) {
            LOG.debug("The first questions of the service were not all answered.", e);
        } catch (RuntimeException e) {
            LOG.warn("The first questions of the service failed.", e);
        }
    }

    /** What came last, which is what is asked for first; and the only connection there is yet is prepared. */
    private List<String> lastProducts() throws SQLException {
        List<String> products = new ArrayList<>();
        try (Connection connection = services.database().asCaller(Caller.ANONYMOUS);
                Statement statement = connection.createStatement()) {
            GraphQuery.prepare(connection);
            statement.setQueryTimeout((int) MOST.toSeconds());
            try (ResultSet row =
                    statement.executeQuery("SELECT id FROM provenance.entity ORDER BY number DESC LIMIT " + PRODUCTS)) {
                while (row.next()) {
                    products.add(row.getString(1));
                }
            }
        }
        return products;
    }

    private ProvDocument document(String id, boolean withAll) {
        if (id.isEmpty()) {
            return ProvDocument.of(List.of());
        }
        return query.ask(
                new GraphRequest(
                        List.of(id),
                        GraphRequest.Direction.BACK,
                        OptionalInt.empty(),
                        withAll,
                        withAll,
                        true,
                        withAll,
                        mostNodes),
                Caller.ANONYMOUS);
    }

    private static void formats(ProvDocument document) throws IOException {
        for (ProvFormat format : ProvFormat.values()) {
            format.write(document, ModelStyle.IVOA, OutputStream.nullOutputStream());
            format.write(document, ModelStyle.W3C, OutputStream.nullOutputStream());
        }
        ProvVotable.write(document, OutputStream.nullOutputStream());
        new SvgWriter(true, false, GraphQuery.HIDDEN)
                .write(document, Set.of(), id -> id, OutputStream.nullOutputStream());
    }

    private void progenitors(String id) throws IOException {
        services.queries()
                .read(
                        Caller.ANONYMOUS,
                        "SELECT e.id FROM provenance.entity AS e WHERE 1 = cta_derived_from(" + AdqlLiteral.of(id)
                                + ", e.id)",
                        PRODUCTS,
                        row -> {});
    }
}
