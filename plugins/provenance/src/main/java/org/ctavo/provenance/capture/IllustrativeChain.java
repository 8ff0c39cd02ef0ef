package org.ctavo.provenance.capture;

import java.util.List;
import java.util.Optional;

import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.AgentType;
import org.ctavo.provenance.model.ArtefactType;
import org.ctavo.provenance.model.Configuration.ConfigFile;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.Description.ActivityDescription;
import org.ctavo.provenance.model.Description.ConfigFileDescription;
import org.ctavo.provenance.model.Description.EntityDescription;
import org.ctavo.provenance.model.Description.GeneratedEntityDescription;
import org.ctavo.provenance.model.Description.GenerationDescription;
import org.ctavo.provenance.model.Description.ParameterDescription;
import org.ctavo.provenance.model.Description.UsageDescription;
import org.ctavo.provenance.model.Description.UsedEntityDescription;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.EntityKind;
import org.ctavo.provenance.model.ProvBuilder;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.Relation.HadMember;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Relation.WasAssociatedWith;
import org.ctavo.provenance.model.Relation.WasAttributedTo;
import org.ctavo.provenance.model.Relation.WasConfiguredBy;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;

/** The illustrative chain of one collection. Every thing in it says that it is illustrative. For one thread. */
final class IllustrativeChain {
    private static final String MARK = "Illustrative: made up to show a whole chain, not taken from any record.";
    private static final String VERSION = "0.1";

    private final Iris iris;
    private final String collection;
    private final ProvBuilder builder = new ProvBuilder();

    IllustrativeChain(String authority, String collection) {
        this.iris = new Iris(authority);
        this.collection = collection;
        descriptions();
        agents();
        add(new Entity(
                calibration(),
                EntityKind.DATASET,
                "camera calibration coefficients",
                null,
                null,
                null,
                MARK,
                null,
                entityDescription("calibration")));
        add(new Entity(
                id("collection"),
                EntityKind.COLLECTION,
                "sample event lists of " + collection,
                null,
                null,
                null,
                MARK,
                null,
                null));
    }

    ProvDocument document() {
        return builder.build();
    }

    /** Acquisition → DL0 → calibration → DL1 → reconstruction → DL2 → selection → the event list. */
    void run(SampleChain.Run run) {
        String obs = run.product().local();
        String acquisition = run.observation().orElseGet(() -> activity("acquisition", obs));
        String dl0 = data("DL0", obs, "camera data of run " + obs);
        String dl1 = data("DL1", obs, "calibrated images of run " + obs);
        String dl2 = data("DL2", obs, "reconstructed events of run " + obs);
        add(new WasGeneratedBy(dl0, acquisition, "DL0", null));
        add(new WasAssociatedWith(acquisition, id("agent", "observer"), "Observer"));

        String calibrating = activity("calibration", obs);
        add(new Used(calibrating, dl0, "DL0", null, usage("calibration", "DL0")));
        add(new Used(calibrating, calibration(), "calibration", null, usage("calibration", "calibration")));
        add(new WasGeneratedBy(dl1, calibrating, "DL1", generation("calibration", "DL1")));
        parameter(calibrating, "calibration", "charge_window", "7");

        String reconstructing = activity("reconstruction", obs);
        add(new Used(reconstructing, dl1, "DL1", null, usage("reconstruction", "DL1")));
        add(new WasGeneratedBy(dl2, reconstructing, "DL2", generation("reconstruction", "DL2")));
        parameter(reconstructing, "reconstruction", "min_telescopes", "2");
        ConfigFile file = new ConfigFile(
                reconstructing + "/config",
                "reconstruction.yaml",
                "reconstruction.yaml",
                MARK,
                id("config-file-description", "reconstruction"));
        add(file);
        add(new WasConfiguredBy(reconstructing, ArtefactType.CONFIG_FILE, file.id()));

        String selecting = activity("selection", obs);
        // What files tell of the writing of an event list says nothing of a selection: it comes before.
        Optional<String> writing = run.writing().filter(known -> !known.equals(selecting));
        String selected = writing.isEmpty() ? run.product().text() : data("DL3", obs, "selected events of run " + obs);
        add(new Used(selecting, dl2, "DL2", null, usage("selection", "DL2")));
        add(new WasGeneratedBy(selected, selecting, "DL3", generation("selection", "DL3")));
        parameter(selecting, "selection", "gammaness", "0.7");
        writing.ifPresent(known -> add(new Used(known, selected, "DL3", null, null)));
        add(new HadMember(id("collection"), run.product().text()));
    }

    /** A count map of the runs' event lists: DL4. */
    void countMap(List<SampleChain.Run> runs) {
        String making = science("count map", "countmap", "DL4", runs);
        parameter(making, "count map", "nxpix", "200");
        parameter(making, "count map", "nypix", "200");
        parameter(making, "count map", "binsz", "0.02");
        parameter(making, "count map", "emin", "1.0");
        parameter(making, "count map", "emax", "10.0");
    }

    /** A spectrum of the runs' event lists: DL4. */
    void spectrum(List<SampleChain.Run> runs) {
        String making = science("spectrum", "spectrum", "spectrum", runs);
        parameter(making, "spectrum", "emin", "1.0");
        parameter(making, "spectrum", "emax", "10.0");
        parameter(making, "spectrum", "radius", "0.11");
    }

    /** The activity that made a product of event lists. */
    private String science(String product, String word, String kind, List<SampleChain.Run> runs) {
        String name = runs.get(0).product().local() + "-"
                + runs.get(runs.size() - 1).product().local();
        String making = activity(product, name);
        String made = id("DL4", word + "-" + name);
        add(new Entity(
                made,
                EntityKind.DATASET,
                product + " of " + runs.size() + " runs",
                null,
                null,
                null,
                MARK,
                null,
                entityDescription(kind)));
        for (SampleChain.Run run : runs) {
            add(new Used(making, run.product().text(), "events", null, usage(product, "events")));
        }
        add(new WasGeneratedBy(made, making, product, generation(product, product)));
        add(new WasAssociatedWith(making, id("agent", "analyst"), "Operator"));
        add(new WasAttributedTo(made, id("agent", "analyst"), "Creator"));
        return making;
    }

    private void descriptions() {
        entityKind("DL0", "camera data", "DL0", "application/octet-stream");
        entityKind("DL1", "calibrated images", "DL1", "application/x-hdf5");
        entityKind("DL2", "reconstructed events", "DL2", "application/x-hdf5");
        entityKind("DL3", "event list", "DL3", "application/fits");
        entityKind("DL4", "count map", "DL4", "image/fits");
        entityKind("spectrum", "spectrum", "DL4", "application/fits");
        entityKind("calibration", "calibration coefficients", "calibration", "application/x-hdf5");
        step("acquisition", "Observation");
        step("calibration", "Calibration");
        uses("calibration", "DL0", "Main", "1", "DL0");
        uses("calibration", "calibration", "Calibration", "1", "calibration");
        makes("calibration", "DL1", "DL1");
        option("calibration", "charge_window", "int", "sample", "1", "40", "7", List.of());
        step("reconstruction", "Reconstruction");
        uses("reconstruction", "DL1", "Main", "1", "DL1");
        makes("reconstruction", "DL2", "DL2");
        option("reconstruction", "min_telescopes", "int", null, "2", null, "2", List.of());
        add(new ConfigFileDescription(
                id("config-file-description", "reconstruction"),
                step("reconstruction"),
                "reconstruction.yaml",
                "text/yaml",
                MARK));
        step("selection", "Selection");
        uses("selection", "DL2", "Main", "1", "DL2");
        makes("selection", "DL3", "DL3");
        option("selection", "gammaness", "double", null, "0", "1", "0.7", List.of());
        step("count map", "Analysis");
        uses("count map", "events", "Main", "1..*", "DL3");
        makes("count map", "count map", "DL4");
        option("count map", "nxpix", "int", "pixel", "1", "4096", "200", List.of());
        option("count map", "nypix", "int", "pixel", "1", "4096", "200", List.of());
        option("count map", "binsz", "double", "deg", "0.001", "1", "0.02", List.of("0.01", "0.02", "0.05", "0.1"));
        option("count map", "emin", "double", "TeV", "0", null, "1.0", List.of());
        option("count map", "emax", "double", "TeV", "0", null, "10.0", List.of());
        step("spectrum", "Analysis");
        uses("spectrum", "events", "Main", "1..*", "DL3");
        makes("spectrum", "spectrum", "spectrum");
        option("spectrum", "emin", "double", "TeV", "0", null, "1.0", List.of());
        option("spectrum", "emax", "double", "TeV", "0", null, "10.0", List.of());
        option("spectrum", "radius", "double", "deg", "0", "5", "0.11", List.of());
    }

    private void agents() {
        add(new Agent(id("agent", "observer"), "an observer", AgentType.PERSON, MARK, null, null, null, null, null));
        add(new Agent(id("agent", "analyst"), "an analyst", AgentType.PERSON, MARK, null, null, null, null, null));
        add(new Agent(
                id("agent", "pipeline"),
                "illustrative pipeline " + VERSION,
                AgentType.SOFTWARE_AGENT,
                MARK,
                null,
                null,
                null,
                null,
                null));
    }

    private void step(String name, String type) {
        add(new ActivityDescription(step(name), "illustrative " + name, VERSION, MARK, null, type, null));
    }

    private void uses(String step, String role, String type, String multiplicity, String kind) {
        add(new UsageDescription(usage(step, role), step(step), role, MARK, type, multiplicity));
        add(new UsedEntityDescription(usage(step, role), entityDescription(kind)));
    }

    private void makes(String step, String role, String kind) {
        add(new GenerationDescription(generation(step, role), step(step), role, MARK, "Main", "1"));
        add(new GeneratedEntityDescription(generation(step, role), entityDescription(kind)));
    }

    private void option(
            String step,
            String name,
            String type,
            String unit,
            String min,
            String max,
            String usual,
            List<String> options) {
        add(new ParameterDescription(
                id("parameter-description", step, name),
                step(step),
                name,
                type,
                MARK,
                unit,
                null,
                null,
                min,
                max,
                usual,
                options));
    }

    private void entityKind(String kind, String name, String type, String contentType) {
        add(new EntityDescription(
                entityDescription(kind),
                EntityKind.DATASET,
                name,
                MARK,
                null,
                type,
                contentType,
                null,
                null,
                null,
                null));
    }

    private String data(String level, String obs, String name) {
        String id = id(level, obs);
        add(new Entity(id, EntityKind.DATASET, name, null, null, null, MARK, null, entityDescription(level)));
        return id;
    }

    private String activity(String step, String name) {
        String id = id("activity", step, name);
        add(new Activity(id, step + " of " + name, null, null, MARK, step(step)));
        add(new WasAssociatedWith(id, id("agent", "pipeline"), null));
        return id;
    }

    private void parameter(String activity, String step, String name, String value) {
        String id = activity + "/" + name;
        add(new Parameter(id, name, value, id("parameter-description", step, name), null));
        add(new WasConfiguredBy(activity, ArtefactType.PARAMETER, id));
    }

    private String calibration() {
        return id("calibration", "coefficients");
    }

    private String step(String name) {
        return id("step", name);
    }

    private String usage(String step, String role) {
        return id("usage", step, role);
    }

    private String generation(String step, String role) {
        return id("generation", step, role);
    }

    private String entityDescription(String kind) {
        return id("kind", kind);
    }

    private String id(String... parts) {
        String[] all = new String[parts.length + 1];
        all[0] = collection;
        System.arraycopy(parts, 0, all, 1, parts.length);
        return iris.of("illustrative", all);
    }

    private void add(ProvRecord record) {
        builder.add(record, "");
    }
}
