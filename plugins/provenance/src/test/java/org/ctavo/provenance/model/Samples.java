package org.ctavo.provenance.model;

import java.time.LocalDateTime;
import java.util.List;

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
import org.ctavo.provenance.model.Relation.HadMember;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Relation.WasAssociatedWith;
import org.ctavo.provenance.model.Relation.WasAttributedTo;
import org.ctavo.provenance.model.Relation.WasConfiguredBy;
import org.ctavo.provenance.model.Relation.WasDerivedFrom;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;
import org.ctavo.provenance.model.Relation.WasInformedBy;

/** Documents that tests share. */
public final class Samples {
    /** Begins the identifiers of things that are not published. */
    public static final String LOCAL = "https://example.org/prov/";

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 5, 1, 12, 0);

    private Samples() {}

    /** One instance at least of every class and relation, every attribute filled somewhere, awkward texts. */
    public static ProvDocument everything() {
        String did = "ivo://example.org/dl3?";
        return ProvDocument.of(List.of(
                new Agent(
                        LOCAL + "jane",
                        "Jane <Doe> & \"friends\" \\ 'é' 𝛾",
                        AgentType.PERSON,
                        "a\nremark",
                        "jane@example.org",
                        "Institute; of [things], (here)",
                        "+1 23",
                        "Street 1\n0000 Town",
                        "https://example.org/~jane?a=1&b=2#x"),
                Agent.of(LOCAL + "dpps", "DPPS", AgentType.ORGANIZATION),
                Agent.of(LOCAL + "tool", "tool 1.2", AgentType.SOFTWARE_AGENT),
                new EntityDescription(
                        LOCAL + "events",
                        EntityKind.DATASET,
                        "event list",
                        "Events",
                        "https://example.org/doc",
                        "DL3",
                        "application/fits",
                        null,
                        null,
                        null,
                        null),
                new EntityDescription(
                        LOCAL + "threshold",
                        EntityKind.VALUE,
                        "threshold",
                        null,
                        null,
                        null,
                        null,
                        "double",
                        "TeV",
                        "em.energy",
                        "x:y.z"),
                new EntityDescription(
                        LOCAL + "anything", null, "anything", null, null, null, null, null, null, null, null),
                new ActivityDescription(
                        LOCAL + "select-1.2",
                        "selection",
                        "1.2",
                        "Selects events",
                        "https://example.org/select",
                        "Selection",
                        "cuts"),
                new UsageDescription(LOCAL + "u1", LOCAL + "select-1.2", "DL2", "The events", "Main", "1..*"),
                new UsedEntityDescription(LOCAL + "u1", LOCAL + "events"),
                new GenerationDescription(LOCAL + "g1", LOCAL + "select-1.2", "DL3", "The selected", "Main", "1"),
                new GeneratedEntityDescription(LOCAL + "g1", LOCAL + "events"),
                new ParameterDescription(
                        LOCAL + "p1",
                        LOCAL + "select-1.2",
                        "cut",
                        "double",
                        "The cut",
                        "TeV",
                        "em.energy",
                        "a:b",
                        "0",
                        "10",
                        "0.5",
                        List.of("0.5", "a|b", "c\\d")),
                new ConfigFileDescription(LOCAL + "c1", LOCAL + "select-1.2", "cuts.yaml", "text/yaml", "All cuts"),
                new Entity(
                        did + "110380",
                        EntityKind.DATASET,
                        "DL3 110380",
                        "https://example.org/d/110380.fits?a=b",
                        NOON.plusMinutes(5),
                        NOON.plusYears(1),
                        "first",
                        null,
                        LOCAL + "events"),
                Entity.dataset(did + "dl2/110380", "DL2"),
                Entity.of(did + "raw"),
                new Entity(
                        LOCAL + "v0",
                        EntityKind.VALUE,
                        "cut value",
                        null,
                        null,
                        null,
                        null,
                        "0.5",
                        LOCAL + "threshold"),
                new Entity(did + "all", EntityKind.COLLECTION, "all runs", null, null, null, null, null, null),
                new Activity(
                        LOCAL + "run(1)",
                        "selection of 110380",
                        NOON,
                        NOON.plusMinutes(5).plusNanos(250_000_000),
                        "comment",
                        LOCAL + "select-1.2"),
                new Activity(LOCAL + "calib;1", null, null, NOON, null, null),
                new Parameter(LOCAL + "run1-cut", "cut", "0.5", LOCAL + "p1", LOCAL + "v0"),
                new ConfigFile(LOCAL + "run1-cuts", "cuts.yaml", "/cuts.yaml", "used as it was", LOCAL + "c1"),
                new WasConfiguredBy(LOCAL + "run(1)", ArtefactType.PARAMETER, LOCAL + "run1-cut"),
                new WasConfiguredBy(LOCAL + "run(1)", ArtefactType.CONFIG_FILE, LOCAL + "run1-cuts"),
                new Used(LOCAL + "run(1)", did + "dl2/110380", "DL2", NOON.plusMinutes(1), LOCAL + "u1"),
                new Used(LOCAL + "run(1)", did + "dl2/110380", null, null, null),
                new Used(LOCAL + "calib;1", did + "raw", "DL0", null, null),
                new WasGeneratedBy(did + "110380", LOCAL + "run(1)", "DL3", LOCAL + "g1"),
                new WasGeneratedBy(did + "dl2/110380", LOCAL + "calib;1", null, null),
                new WasDerivedFrom(did + "110380", did + "dl2/110380"),
                new WasInformedBy(LOCAL + "run(1)", LOCAL + "calib;1"),
                new WasAssociatedWith(LOCAL + "run(1)", LOCAL + "jane", "Operator"),
                new WasAssociatedWith(LOCAL + "run(1)", LOCAL + "tool", null),
                new WasAttributedTo(did + "110380", LOCAL + "dpps", "Creator"),
                new HadMember(did + "all", did + "110380")));
    }

    /** A chain of entities {@code e0} to {@code e<length>}, each generated from the one before. */
    public static ProvDocument chain(int length) {
        ProvBuilder builder = new ProvBuilder();
        for (int i = 1; i <= length; i++) {
            builder.add(new Used(LOCAL + "a" + i, LOCAL + "e" + (i - 1), null, null, null), "");
            builder.add(new WasGeneratedBy(LOCAL + "e" + i, LOCAL + "a" + i, null, null), "");
        }
        return builder.build();
    }
}
