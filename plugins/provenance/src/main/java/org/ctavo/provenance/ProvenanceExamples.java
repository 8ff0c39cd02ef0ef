package org.ctavo.provenance;

import java.util.ArrayList;
import java.util.List;

import org.ctavo.spi.Example;

/** Questions that provenance answers. Each runs on any archive; the samples have an answer to each. */
final class ProvenanceExamples {
    private ProvenanceExamples() {}

    static List<Example> all() {
        return List.of(
                new Example(
                        "provenance-trace",
                        "An image, traced back to its origins",
                        "Every count map with all that it comes from, nearest first; depth counts the steps. An image"
                                + " that is made here is found here as soon as it is made.",
                        "SELECT TOP 100 m.id AS image, p.depth, e.id AS origin, e.name"
                                + "\nFROM provenance.entity AS m"
                                + "\nJOIN provenance.entitydescription AS d ON d.id = m.entitydescription_id"
                                + "\nJOIN provenance.progenitor AS p ON p.entity_id = m.id"
                                + "\nJOIN provenance.entity AS e ON e.id = p.progenitor_id"
                                + "\nWHERE d.name = 'count map'\nORDER BY image, depth, origin",
                        tables("entity", "entitydescription", "progenitor")),
                new Example(
                        "provenance-run",
                        "A run and all that came of it",
                        "The raw data that the run's observation generated, and all that came of them. The condition"
                                + " takes the first run there is; write obs_id = '...' for another.",
                        "SELECT o.obs_id AS run_id, w.progenitor_id AS raw_data, p.depth AS step, e.id AS dataset,"
                                + " e.name\nFROM ivoa.obscore AS o"
                                + "\nJOIN provenance.progenitor AS w ON w.entity_id = o.obs_publisher_did"
                                + "\nJOIN provenance.wasgeneratedby AS g ON g.entity_id = w.progenitor_id"
                                + "\nJOIN provenance.activity AS a ON a.id = g.activity_id"
                                + "\nJOIN provenance.activitydescription AS d ON d.id = a.activitydescription_id"
                                + "\nJOIN provenance.progenitor AS p ON p.progenitor_id = w.progenitor_id"
                                + "\nJOIN provenance.entity AS e ON e.id = p.entity_id"
                                + "\nWHERE d.type = 'Observation'"
                                + "\n  AND o.obs_id IN (SELECT MIN(obs_id) FROM ivoa.obscore)"
                                + "\nORDER BY step, dataset",
                        obscoreAnd("entity", "progenitor", "wasgeneratedby", "activity", "activitydescription")),
                new Example(
                        "provenance-events",
                        "From images back to their event lists (DL3) and the parameters of these",
                        "Every image and spectrum (DL4) with the event lists it was made of, and the parameters of the"
                                + " activities that wrote them.",
                        "SELECT TOP 100 m.id AS product, e.id AS event_list, v.name AS parameter_name, v.param_value"
                                + "\nFROM provenance.entity AS m"
                                + "\nJOIN provenance.entitydescription AS d ON d.id = m.entitydescription_id"
                                + "\nJOIN provenance.progenitor AS p ON p.entity_id = m.id"
                                + "\nJOIN provenance.entity AS e ON e.id = p.progenitor_id"
                                + "\nJOIN provenance.entitydescription AS x ON x.id = e.entitydescription_id"
                                + "\nJOIN provenance.wasgeneratedby AS g ON g.entity_id = e.id"
                                + "\nJOIN provenance.wasconfiguredby AS c ON c.activity_id = g.activity_id"
                                + "\nJOIN provenance.parameter AS v ON v.id = c.parameter_id"
                                + "\nWHERE d.type = 'DL4' AND x.type = 'DL3'"
                                + "\nORDER BY product, event_list, parameter_name",
                        tables(
                                "entity",
                                "entitydescription",
                                "progenitor",
                                "wasgeneratedby",
                                "wasconfiguredby",
                                "parameter")),
                new Example(
                        "provenance-parameters",
                        "With which parameters an image was made",
                        "The parameters of the activities that made count maps, with their units and usual values.",
                        "SELECT TOP 100 g.entity_id AS image, v.name AS parameter_name, v.param_value,"
                                + " x.unit, x.default_value"
                                + "\nFROM provenance.wasgeneratedby AS g"
                                + "\nJOIN provenance.wasconfiguredby AS c ON c.activity_id = g.activity_id"
                                + "\nJOIN provenance.parameter AS v ON v.id = c.parameter_id"
                                + "\nLEFT JOIN provenance.parameterdescription AS x ON x.id = v.parameterdescription_id"
                                + "\nWHERE g.role = 'count map'\nORDER BY image, parameter_name",
                        tables("wasgeneratedby", "wasconfiguredby", "parameter", "parameterdescription")),
                new Example(
                        "provenance-steps",
                        "What made which product",
                        "The activity that generated each entity, with the kind of step and the version of its"
                                + " software.",
                        "SELECT TOP 100 e.id AS product, e.name, d.name AS step, d.version, a.starttime, a.endtime"
                                + "\nFROM provenance.entity AS e"
                                + "\nJOIN provenance.wasgeneratedby AS g ON g.entity_id = e.id"
                                + "\nJOIN provenance.activity AS a ON a.id = g.activity_id"
                                + "\nJOIN provenance.activitydescription AS d ON d.id = a.activitydescription_id"
                                + "\nORDER BY product",
                        tables("entity", "wasgeneratedby", "activity", "activitydescription")),
                new Example(
                        "provenance-version",
                        "All products of a version of a pipeline",
                        "What version 0.1 of the reconstruction made, here that of the illustrative chain of the"
                                + " samples; names and versions of steps are in provenance.activitydescription.",
                        "SELECT TOP 100 e.id AS product, e.name\nFROM provenance.entity AS e"
                                + "\nWHERE 1 = cta_made_by(e.id, 'illustrative reconstruction', '0.1')",
                        tables("entity")),
                new Example(
                        "provenance-agents",
                        "Who observed, who processed",
                        "The people, organizations and software behind each activity, with their part in it.",
                        "SELECT TOP 1000 a.id AS activity_id, a.name AS activity, w.role, g.name AS agent, g.type"
                                + "\nFROM provenance.activity AS a"
                                + "\nJOIN provenance.wasassociatedwith AS w ON w.activity_id = a.id"
                                + "\nJOIN provenance.agent AS g ON g.id = w.agent_id"
                                + "\nORDER BY activity_id, agent",
                        tables("activity", "wasassociatedwith", "agent")),
                new Example(
                        "provenance-impact",
                        "What a calibration has touched",
                        "All that comes from any calibration, through any number of steps: what to make again when it"
                                + " turns out to be wrong.",
                        "SELECT TOP 100 c.name AS calibration, p.entity_id AS product, p.depth"
                                + "\nFROM provenance.entity AS c"
                                + "\nJOIN provenance.used AS u ON u.entity_id = c.id"
                                + "\nJOIN provenance.progenitor AS p ON p.progenitor_id = c.id"
                                + "\nWHERE u.role = 'calibration'\nGROUP BY c.name, p.entity_id, p.depth"
                                + "\nORDER BY product, calibration",
                        tables("entity", "used", "progenitor")),
                new Example(
                        "provenance-spectra",
                        "All spectra that come from an event list",
                        "The condition takes the event list of the first run there is; write obs_id = '...' for"
                                + " another.",
                        "SELECT o.obs_publisher_did AS event_list, e.id AS spectrum, e.name\nFROM ivoa.obscore AS o,"
                                + " provenance.entity AS e"
                                + "\nJOIN provenance.entitydescription AS d ON d.id = e.entitydescription_id"
                                + "\nWHERE o.obs_id IN (SELECT MIN(obs_id) FROM ivoa.obscore)"
                                + "\n  AND d.name = 'spectrum' AND 1 = cta_derived_from(e.id, o.obs_publisher_did)",
                        obscoreAnd("entity", "entitydescription")));
    }

    private static List<String> obscoreAnd(String... names) {
        List<String> tables = new ArrayList<>(List.of("ivoa.obscore"));
        tables.addAll(tables(names));
        return tables;
    }

    private static List<String> tables(String... names) {
        return List.of(names).stream().map(name -> "provenance." + name).toList();
    }
}
