package org.ctavo.provenance.capture;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ctavo.archive.Derivation;
import org.ctavo.archive.cutout.CutoutStatement;
import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.AgentType;
import org.ctavo.provenance.model.ArtefactType;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.Description.ActivityDescription;
import org.ctavo.provenance.model.Description.EntityDescription;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.EntityKind;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Relation.WasAssociatedWith;
import org.ctavo.provenance.model.Relation.WasAttributedTo;
import org.ctavo.provenance.model.Relation.WasConfiguredBy;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;
import org.ctavo.provenance.model.Relation.WasInformedBy;

/**
 * What a product's own metadata tell of its origin, and nothing beyond: the observation, the program that wrote it, its
 * calibration, its cuts, who answers for it. Data levels in between that no metadata name are not made up: the writing
 * was informed by the observation. For one product and one thread.
 */
final class ProductProvenance {
    private static final int LONGEST_HISTORY = 4000;

    /** Keywords of the file that say how it was made; they become parameters of the activity that wrote it. */
    private static final Map<String, String> PARAMETERS = parameters();

    private final ProductFacts product;
    private final Iris iris;
    private final List<ProvRecord> records = new ArrayList<>();

    private ProductProvenance(ProductFacts product) {
        this.product = product;
        this.iris = new Iris(product.id().authority());
    }

    static ProvDocument of(ProductFacts product) {
        ProductProvenance provenance = new ProductProvenance(product);
        provenance.entity();
        Optional<Agent> creator = provenance.creator();
        Optional<Derivation> cut = CutoutStatement.read(
                keyword -> Optional.ofNullable(product.keywords().get(keyword)));
        if (cut.isPresent() && !cut.get().source().equals(product.id().text())) {
            // Its source has been observed and written; the cut-out has been cut.
            provenance.records.addAll(
                    new DerivationProvenance(cut.get(), product.id().text()).records());
            return ProvDocument.of(provenance.records);
        }
        String writing = provenance.writing(creator);
        provenance.records.add(new WasInformedBy(writing, provenance.observation(creator)));
        return ProvDocument.of(provenance.records);
    }

    private static Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("EV_CLASS", "event class: the cuts applied");
        parameters.put("CAL_VER", "version of the calibration");
        parameters.put("DST_VER", "version of the data reduction");
        parameters.put("ANA_VER", "version of the reconstruction");
        parameters.put("EVTVER", "version of the event list's format");
        parameters.put("CALDB", "calibration database");
        parameters.put("IRF", "instrument response functions");
        parameters.put("CONFIG", "configuration");
        parameters.put("MUONEFF", "muon efficiency, by which energies are scaled");
        return parameters;
    }

    private void entity() {
        String kind = product.kind();
        String format = product.format();
        String description = iris.of("entity-description", kind, format);
        records.add(new EntityDescription(
                description,
                EntityKind.DATASET,
                kind,
                null,
                null,
                "DL" + product.level(),
                format,
                null,
                null,
                null,
                null));
        records.add(new Entity(
                product.id().text(),
                EntityKind.DATASET,
                product.title().orElse(null),
                product.location().orElse(null),
                product.created().orElse(null),
                null,
                null,
                null,
                description));
    }

    private Optional<Agent> creator() {
        Optional<Agent> creator = product.creator()
                .map(ProductProvenance::word)
                .map(name -> Agent.of(iris.of("agent", name), name, AgentType.ORGANIZATION));
        creator.ifPresent(agent -> {
            records.add(agent);
            records.add(new WasAttributedTo(product.id().text(), agent.id(), "Creator"));
        });
        return creator;
    }

    /** Who observed, where that is told apart from who answers for the product: a person or many, nobody says. */
    private Optional<Agent> observer() {
        return Optional.ofNullable(product.keywords().get("OBSERVER"))
                .map(ProductProvenance::word)
                .filter(name -> !name.isEmpty()
                        && product.creator()
                                .map(ProductProvenance::word)
                                .filter(name::equals)
                                .isEmpty())
                .map(name -> Agent.of(iris.of("agent", name), name, null));
    }

    /** The activity that wrote the file. */
    private String writing(Optional<Agent> creator) {
        String id = iris.of(
                "activity",
                "writing",
                product.collection(),
                product.obsId(),
                product.fingerprint()
                        .substring(0, Math.min(12, product.fingerprint().length())));
        Optional<String> pipeline = product.program().map(ProductProvenance::word);
        String version = product.version().map(ProductProvenance::word).orElse(null);
        String description = pipeline.map(
                        name -> iris.of("activity-description", name, version == null ? "-" : version))
                .orElse(null);
        pipeline.ifPresent(name -> {
            records.add(new ActivityDescription(description, name, version, null, null, null, null));
            String software = version == null ? name : name + " " + version;
            Agent agent = Agent.of(iris.of("agent", software), software, AgentType.SOFTWARE_AGENT);
            records.add(agent);
            records.add(new WasAssociatedWith(id, agent.id(), null));
        });
        String history = product.keywords().get("HISTORY");
        LocalDateTime end = product.created().orElse(null);
        records.add(new Activity(
                id,
                "writing of " + product.title().orElse(product.obsId()),
                null,
                end,
                history == null
                        ? null
                        : printable("FITS HISTORY:\n"
                                + (history.length() <= LONGEST_HISTORY
                                        ? history
                                        : history.substring(0, LONGEST_HISTORY) + "\n…")),
                description));
        creator.ifPresent(agent -> records.add(new WasAssociatedWith(id, agent.id(), "Creator")));
        records.add(new WasGeneratedBy(product.id().text(), id, product.kind(), null));
        PARAMETERS
                .keySet()
                .forEach(keyword ->
                        parameter(id, keyword, keyword, product.keywords().get(keyword)));
        selections(id);
        responses(id);
        product.calibration().ifPresent(calibration -> {
            String entity = iris.of("calibration", product.collection(), calibration);
            records.add(new Entity(
                    entity,
                    null,
                    "calibration " + calibration,
                    null,
                    null,
                    null,
                    "as named by the products of " + product.collection(),
                    null,
                    null));
            records.add(new Used(id, entity, "calibration", null, null));
        });
        return id;
    }

    private void parameter(String activity, String keyword, String name, String value) {
        if (value != null && !value.isBlank()) {
            String id = activity + "/" + keyword;
            records.add(new Parameter(id, name, printable(value), null, null));
            records.add(new WasConfiguredBy(activity, ArtefactType.PARAMETER, id));
        }
    }

    /** The data sub-space is what was selected: an energy range, a region. References to tables in the file are not. */
    private void selections(String activity) {
        for (int i = 1; product.keywords().containsKey("DSVAL" + i); i++) {
            String value = product.keywords().get("DSVAL" + i);
            String type = product.keywords().getOrDefault("DSTYP" + i, Integer.toString(i));
            String unit = product.keywords().getOrDefault("DSUNI" + i, "");
            if (!value.equals("TABLE")) {
                parameter(activity, "DSVAL" + i, "selection " + printable(type), (value + " " + unit).strip());
            }
        }
    }

    /** Response functions that the header names were an input. */
    private void responses(String activity) {
        String database = product.keywords().get("CALDB");
        String name = product.keywords().get("IRF");
        if (name == null || name.isBlank()) {
            return;
        }
        String of = database == null || database.isBlank() ? "" : " of calibration database " + word(database);
        String entity = iris.of("responses", database == null ? "-" : word(database), word(name));
        records.add(new Entity(entity, null, "responses " + word(name) + of, null, null, null, null, null, null));
        records.add(new Used(activity, entity, "response functions", null, null));
    }

    /** The taking of the data, or its simulation: the archive's metadata do not tell them apart. */
    private String observation(Optional<Agent> creator) {
        String id = iris.of("activity", "observation", product.collection(), product.obsId());
        String facility = product.facility().orElse("unknown facility");
        String description = iris.of("activity-description", "observation", facility);
        records.add(new ActivityDescription(
                description, "observation with " + facility, null, null, null, "Observation", null));
        records.add(new Activity(
                id,
                "observation " + product.obsId(),
                product.start(),
                product.end(),
                product.target().map(target -> "target: " + target).orElse(null),
                description));
        observer().or(() -> creator).ifPresent(agent -> {
            records.add(agent);
            records.add(new WasAssociatedWith(id, agent.id(), "Observer"));
        });
        return id;
    }

    /** One spelling of a name, so that what has one identifier has one name. */
    private static String word(String text) {
        return printable(text).strip().replaceAll("\\s+", " ");
    }

    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "?");
    }
}
