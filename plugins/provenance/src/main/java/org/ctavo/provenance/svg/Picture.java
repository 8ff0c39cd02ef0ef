package org.ctavo.provenance.svg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.ArtefactType;
import org.ctavo.provenance.model.Configuration.ConfigFile;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.Description.ActivityDescription;
import org.ctavo.provenance.model.Description.EntityDescription;
import org.ctavo.provenance.model.Description.ParameterDescription;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.Relation.HadMember;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Relation.WasAssociatedWith;
import org.ctavo.provenance.model.Relation.WasAttributedTo;
import org.ctavo.provenance.model.Relation.WasConfiguredBy;
import org.ctavo.provenance.model.Relation.WasDerivedFrom;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;
import org.ctavo.provenance.model.Relation.WasInformedBy;

/** What is drawn of a document: boxes and arrows, with the texts in them. */
record Picture(List<Box> boxes, List<Arrow> arrows) {
    private static final int LONGEST = 42;

    Picture {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }

    /**
     * Chooses what is drawn.
     *
     * @param attributes whether times, parameters and comments are written in the boxes
     * @param descriptionNodes whether descriptions are boxes of their own; otherwise they are written in the boxes
     * @param hidden begins the identifiers of things that are not shown
     */
    static Picture of(ProvDocument document, boolean attributes, boolean descriptionNodes, String hidden) {
        Maker maker = new Maker(document, attributes, descriptionNodes, hidden);
        maker.nodes();
        maker.relations();
        return new Picture(new ArrayList<>(maker.boxes.values()), maker.arrows);
    }

    private static final class Maker {
        private final ProvDocument document;
        private final boolean attributes;
        private final boolean descriptionNodes;
        private final String hidden;
        private final Map<String, Box> boxes = new LinkedHashMap<>();
        private final List<Arrow> arrows = new ArrayList<>();
        private final Map<String, ActivityDescription> activityDescriptions;
        private final Map<String, EntityDescription> entityDescriptions;

        Maker(ProvDocument document, boolean attributes, boolean descriptionNodes, String hidden) {
            this.document = document;
            this.attributes = attributes;
            this.descriptionNodes = descriptionNodes;
            this.hidden = hidden;
            this.activityDescriptions = document.all(ActivityDescription.class).stream()
                    .collect(Collectors.toMap(ActivityDescription::id, d -> d));
            this.entityDescriptions = document.all(EntityDescription.class).stream()
                    .collect(Collectors.toMap(EntityDescription::id, d -> d));
        }

        void nodes() {
            Map<String, List<String>> configuration = configuration();
            for (Entity e : document.all(Entity.class)) {
                List<String> lines = title(e.name(), e.id());
                EntityDescription d = entityDescriptions.get(e.entityDescription());
                if (d != null && !descriptionNodes) {
                    lines.add("«" + d.name() + "»");
                }
                if (attributes) {
                    add(lines, "value ", e.value());
                    add(lines, "generated ", e.generatedAtTime());
                    add(lines, "", e.comment());
                }
                box(e.id(), Box.Look.ENTITY, lines);
            }
            for (Activity a : document.all(Activity.class)) {
                List<String> lines = title(a.name(), a.id());
                ActivityDescription d = activityDescriptions.get(a.activityDescription());
                if (d != null && !descriptionNodes) {
                    lines.add("«" + d.name() + (d.version() == null ? "" : " " + d.version()) + "»");
                }
                if (attributes) {
                    add(lines, "start ", a.startTime());
                    add(lines, "end ", a.endTime());
                    add(lines, "", a.comment());
                }
                lines.addAll(configuration.getOrDefault(a.id(), List.of()));
                box(a.id(), Box.Look.ACTIVITY, lines);
            }
            for (Agent a : document.all(Agent.class)) {
                List<String> lines = title(a.name(), a.id());
                if (attributes) {
                    add(lines, "", a.affiliation());
                }
                box(a.id(), Box.Look.AGENT, lines);
            }
            if (descriptionNodes) {
                descriptions();
            }
        }

        private void descriptions() {
            for (ActivityDescription d : activityDescriptions.values()) {
                List<String> lines = title(d.name(), d.id());
                add(lines, "version ", d.version());
                add(lines, "", d.type());
                box(d.id(), Box.Look.DESCRIPTION, lines);
            }
            for (EntityDescription d : entityDescriptions.values()) {
                List<String> lines = title(d.name(), d.id());
                add(lines, "", d.contentType());
                box(d.id(), Box.Look.DESCRIPTION, lines);
            }
            document.all(Activity.class).forEach(a -> arrow(a.id(), a.activityDescription(), "isDescribedBy", null));
            document.all(Entity.class).forEach(e -> arrow(e.id(), e.entityDescription(), "isDescribedBy", null));
        }

        /** Parameters and files are lines of their activity: as boxes they would bury the graph. */
        private Map<String, List<String>> configuration() {
            Map<String, Parameter> parameters =
                    document.all(Parameter.class).stream().collect(Collectors.toMap(Parameter::id, p -> p));
            Map<String, ConfigFile> files =
                    document.all(ConfigFile.class).stream().collect(Collectors.toMap(ConfigFile::id, f -> f));
            Map<String, String> units = new HashMap<>();
            document.all(ParameterDescription.class)
                    .forEach(d -> units.put(d.id(), d.unit() == null ? "" : " " + d.unit()));
            Map<String, List<String>> lines = new HashMap<>();
            for (WasConfiguredBy c : document.all(WasConfiguredBy.class)) {
                List<String> mine = lines.computeIfAbsent(c.activity(), id -> new ArrayList<>());
                Parameter p = parameters.get(c.artefact());
                ConfigFile f = files.get(c.artefact());
                if (c.artefactType() == ArtefactType.PARAMETER && p != null) {
                    String unit = units.getOrDefault(String.valueOf(p.parameterDescription()), "");
                    add(mine, p.name() + " = ", p.value() + unit);
                } else if (f != null) {
                    add(mine, "file ", f.name());
                }
            }
            return lines;
        }

        void relations() {
            document.all(Used.class).forEach(r -> arrow(r.activity(), r.entity(), "used", r.role()));
            document.all(WasGeneratedBy.class)
                    .forEach(r -> arrow(r.entity(), r.activity(), "wasGeneratedBy", r.role()));
            document.all(WasDerivedFrom.class)
                    .forEach(r -> arrow(r.generatedEntity(), r.usedEntity(), "wasDerivedFrom", null));
            document.all(WasInformedBy.class).forEach(r -> arrow(r.informed(), r.informant(), "wasInformedBy", null));
            document.all(WasAssociatedWith.class)
                    .forEach(r -> arrow(r.activity(), r.agent(), "wasAssociatedWith", r.role()));
            document.all(WasAttributedTo.class).forEach(r -> arrow(r.entity(), r.agent(), "wasAttributedTo", r.role()));
            document.all(HadMember.class).forEach(r -> arrow(r.collection(), r.entity(), "hadMember", null));
        }

        private void box(String id, Box.Look look, List<String> lines) {
            boxes.put(id, new Box(id, id.startsWith(hidden) ? Box.Look.HIDDEN : look, lines));
        }

        private void arrow(String from, String to, String word, String role) {
            if (to != null && boxes.containsKey(from) && boxes.containsKey(to)) {
                arrows.add(new Arrow(from, to, word, role == null ? "" : shortened(role)));
            }
        }

        private static List<String> title(String name, String id) {
            List<String> lines = new ArrayList<>();
            lines.add(shortened(name == null ? id : name));
            return lines;
        }

        private static void add(List<String> lines, String label, Object value) {
            if (value != null && !value.toString().isEmpty()) {
                lines.add(shortened(label + value));
            }
        }

        private static String shortened(String text) {
            String line = text.replaceAll("\\s+", " ");
            return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
        }
    }
}
