package org.ctavo.provenance.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ctavo.archive.ProductId;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.store.Merge;
import org.ctavo.provenance.store.ProvenanceStore;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;

/**
 * Adds to the samples what their files do not tell: a chain from the acquisition over calibration, reconstruction and
 * selection to the event list, and a count map and a spectrum made of several. All of it is marked as illustrative in
 * the data. What the files do tell (see {@link ProductLineage}) is kept: the chain is woven into it. A second time
 * changes nothing.
 */
public final class SampleChain {
    private static final int RUNS_A_MAP = 4;

    private final Database database;
    private final ProvenanceStore store;

    /** Adds to this database as the ingest role. */
    public SampleChain(Database database) {
        this.database = database;
        this.store = new ProvenanceStore(database);
    }

    /** A run, and the activities that are known to have observed and written it. */
    record Run(ProductId product, Optional<String> observation, Optional<String> writing) {}

    /**
     * Adds chains for the products, and a count map and a spectrum for the first few of each collection.
     *
     * @param products identifiers of event lists that the archive has, as the samples' ingest reported them
     * @throws Fault {@code BAD_IDENTIFIER} for one that is none
     */
    public Merge add(List<String> products) {
        List<Run> runs = runs(products.stream().sorted().map(ProductId::parse).toList());
        return store.merge(Reading.of(document(runs)));
    }

    /** Adds chains for the samples that everybody may have; nobody's own data get a past that was made up. */
    public Merge addToSamples() {
        List<String> products = new ArrayList<>();
        try (Connection connection = database.asIngest();
                PreparedStatement samples = connection.prepareStatement(
                        "SELECT obs_publisher_did FROM cta.data_product WHERE dataproduct_type = 'event'"
                                + " AND obs_collection IN ('HESS-DL3-DR1', 'CTA-1DC', 'CTA-VO-SIM')");
                ResultSet rows = samples.executeQuery()) {
            while (rows.next()) {
                products.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new Fault(ProvenanceFault.DATABASE_FAILED, "The archive's database did not answer as it should.", e);
        }
        return add(products);
    }

    private static ProvDocument document(List<Run> runs) {
        ProvDocument document = ProvDocument.of(List.of());
        List<String> collections =
                runs.stream().map(run -> run.product().collection()).distinct().toList();
        for (String collection : collections) {
            List<Run> mine = runs.stream()
                    .filter(run -> run.product().collection().equals(collection))
                    .toList();
            IllustrativeChain chain =
                    new IllustrativeChain(mine.get(0).product().authority(), collection);
            mine.forEach(chain::run);
            List<Run> first = mine.subList(0, Math.min(RUNS_A_MAP, mine.size()));
            chain.countMap(first);
            chain.spectrum(first);
            document = document.and(chain.document());
        }
        return document;
    }

    private List<Run> runs(List<ProductId> products) {
        List<Run> runs = new ArrayList<>();
        try (Connection connection = database.asIngest();
                PreparedStatement known = connection.prepareStatement(
                        "SELECT g.activity_id, w.informant_id FROM provenance.wasgeneratedby g"
                                + " LEFT JOIN provenance.wasinformedby w ON w.informed_id = g.activity_id"
                                + " WHERE g.entity_id = ? ORDER BY w.informant_id LIMIT 1")) {
            for (ProductId product : products) {
                known.setString(1, product.text());
                try (ResultSet row = known.executeQuery()) {
                    boolean isKnown = row.next();
                    runs.add(new Run(
                            product,
                            isKnown ? Optional.ofNullable(row.getString(2)) : Optional.empty(),
                            isKnown ? Optional.of(row.getString(1)) : Optional.empty()));
                }
            }
            return runs;
        } catch (SQLException e) {
            throw new Fault(ProvenanceFault.DATABASE_FAILED, "The archive's database did not answer as it should.", e);
        }
    }
}
