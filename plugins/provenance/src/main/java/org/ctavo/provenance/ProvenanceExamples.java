package org.ctavo.provenance;

import java.util.List;

import org.ctavo.spi.Example;

/** Questions that provenance answers. Each runs on any archive; the samples have an answer to each. */
final class ProvenanceExamples {
    private ProvenanceExamples() {}

    static List<Example> all() {
        return List.of(
                new Example(
                        "provenance-steps",
                        "What made which product",
                        "The activity that generated each entity, with the kind of step and the version of its"
                                + " software: all products of a pipeline version are found with a condition on"
                                + " d.name and d.version, or with the function cta_made_by.",
                        "SELECT TOP 100 e.id AS product, e.name, d.name AS step, d.version, a.starttime, a.endtime"
                                + " FROM provenance.entity AS e"
                                + " JOIN provenance.wasgeneratedby AS g ON g.entity_id = e.id"
                                + " JOIN provenance.activity AS a ON a.id = g.activity_id"
                                + " JOIN provenance.activitydescription AS d ON d.id = a.activitydescription_id"
                                + " ORDER BY product",
                        tables("entity", "wasgeneratedby", "activity", "activitydescription")),
                new Example(
                        "provenance-back",
                        "From images back to the event lists they were made of",
                        "Every count map with all that it comes from, nearest first; depth counts the steps.",
                        "SELECT TOP 100 m.id AS image, p.depth, e.id AS origin, e.name"
                                + " FROM provenance.entity AS m"
                                + " JOIN provenance.entitydescription AS d ON d.id = m.entitydescription_id"
                                + " JOIN provenance.progenitor AS p ON p.entity_id = m.id"
                                + " JOIN provenance.entity AS e ON e.id = p.progenitor_id"
                                + " WHERE d.name = 'count map' ORDER BY image, depth, origin",
                        tables("entity", "entitydescription", "progenitor")),
                new Example(
                        "provenance-parameters",
                        "With which parameters an image was made",
                        "The parameters of the activities that made count maps, with their units and usual values.",
                        "SELECT TOP 100 g.entity_id AS image, v.name AS parameter_name, v.param_value,"
                                + " x.unit, x.default_value"
                                + " FROM provenance.wasgeneratedby AS g"
                                + " JOIN provenance.wasconfiguredby AS c ON c.activity_id = g.activity_id"
                                + " JOIN provenance.parameter AS v ON v.id = c.parameter_id"
                                + " LEFT JOIN provenance.parameterdescription AS x ON x.id = v.parameterdescription_id"
                                + " WHERE g.role = 'count map' ORDER BY image, parameter_name",
                        tables("wasgeneratedby", "wasconfiguredby", "parameter", "parameterdescription")),
                new Example(
                        "provenance-impact",
                        "What a calibration has touched",
                        "All that comes from any calibration, through any number of steps: what to make again when it"
                                + " turns out to be wrong.",
                        "SELECT TOP 100 c.name AS calibration, p.entity_id AS product, p.depth"
                                + " FROM provenance.entity AS c"
                                + " JOIN provenance.used AS u ON u.entity_id = c.id"
                                + " JOIN provenance.progenitor AS p ON p.progenitor_id = c.id"
                                + " WHERE u.role = 'calibration' GROUP BY c.name, p.entity_id, p.depth"
                                + " ORDER BY product, calibration",
                        tables("entity", "used", "progenitor")),
                new Example(
                        "provenance-agents",
                        "Who observed, who processed",
                        "The people, organizations and software behind each activity, with their part in it.",
                        "SELECT TOP 100 a.id AS activity_id, a.name AS activity, w.role, g.name AS agent, g.type"
                                + " FROM provenance.activity AS a"
                                + " JOIN provenance.wasassociatedwith AS w ON w.activity_id = a.id"
                                + " JOIN provenance.agent AS g ON g.id = w.agent_id"
                                + " ORDER BY activity_id, agent",
                        tables("activity", "wasassociatedwith", "agent")));
    }

    private static List<String> tables(String... names) {
        return List.of(names).stream().map(name -> "provenance." + name).toList();
    }
}
