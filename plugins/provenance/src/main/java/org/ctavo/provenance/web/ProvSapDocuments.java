package org.ctavo.provenance.web;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters.Entry;
import org.ctavo.spi.vosi.CapabilityList;
import org.ctavo.spi.vosi.ExamplePage;
import org.ctavo.spi.vosi.ParameterInterface;

/** What the service says of itself: VOSI 1.1 and DALI 1.1, section 2.3. */
final class ProvSapDocuments {
    /**
     * The first step that a stranger may know of: what was made, and what it was made from. Always the same one, or the
     * place of what is hidden would show.
     */
    private static final String STEP =
            """
            SELECT made.id, origin.id FROM provenance.used AS u
            JOIN provenance.entity AS origin ON origin.id = u.entity_id
            JOIN provenance.wasgeneratedby AS g ON g.activity_id = u.activity_id
            JOIN provenance.entity AS made ON made.id = g.entity_id
            ORDER BY u.activity_id, u.entity_id, g.entity_id LIMIT 1""";

    private static final Entry ALL = new Entry("DEPTH", "ALL");
    /** From a product to what used it, and on to what that made. */
    private static final Entry TWO = new Entry("DEPTH", "2");

    private static final Entry AGENT = new Entry("AGENT", "TRUE");
    private static final Entry FORTH = new Entry("DIRECTION", "FORTH");
    private static final Entry BOTH = new Entry("DIRECTION", "BOTH");

    private ProvSapDocuments() {}

    static String capabilities(URI base) {
        String service = base + ProvSapEndpoint.PATH;
        ParameterInterface queries = new ParameterInterface(
                ProvSapEndpoint.VERSION,
                service,
                List.of(service + ProvSapEndpoint.SYNC),
                ProvSapFormat.PROV_JSON.mediaType(),
                ProvSapParameter.described());
        return new CapabilityList()
                .add(ProvSapEndpoint.STANDARD_ID, queries::write)
                .capabilities(service)
                .availability(service)
                .examples(service)
                .document();
    }

    static String examples(URI base, Database database) {
        ExamplePage page = new ExamplePage("Where data come from, and what came of them")
                .paragraph("Give the ID of anything in the archive; the answer is its provenance, as far as you may"
                        + " know of it, in the format you ask for.");
        Optional<List<String>> step = step(database);
        if (step.isEmpty()) {
            page.paragraph("The archive tells of no public product at present how it was made.");
        } else {
            Entry made = new Entry("ID", step.get().get(0));
            Entry origin = new Entry("ID", step.get().get(1));
            call(page, base, "origins", "A picture of all that a product comes from", made, "PROV-SVG", ALL, AGENT);
            call(page, base, "results", "What came of a product, as PROV-N", origin, "PROV-N", FORTH, TWO);
            call(page, base, "next", "What is next to a product, as VOTable", made, "PROV-VOTABLE", BOTH);
        }
        return page.document();
    }

    private static void call(
            ExamplePage page, URI base, String id, String name, Entry subject, String format, Entry... others) {
        List<Entry> parameters = new ArrayList<>(List.of(subject));
        parameters.addAll(List.of(others));
        parameters.add(new Entry("RESPONSEFORMAT", format));
        page.call(id, name, ProvSapEndpoint.STANDARD_ID, base + ProvSapEndpoint.PATH, parameters, "Ask");
    }

    private static Optional<List<String>> step(Database database) {
        try (Connection connection = database.asCaller(Caller.ANONYMOUS);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STEP)) {
            return row.next() ? Optional.of(List.of(row.getString(1), row.getString(2))) : Optional.empty();
        } catch (SQLException e) {
            throw new Fault(ProvenanceFault.DATABASE_FAILED, "The archive's database did not answer as it should.", e);
        }
    }
}
