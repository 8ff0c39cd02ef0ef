package org.ctavo.provenance.prov;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.Attribute;
import org.ctavo.provenance.model.Configuration;
import org.ctavo.provenance.model.Configuration.ConfigFile;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.Description;
import org.ctavo.provenance.model.Description.EntityDescription;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.EntityKind;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.Relation.HadMember;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Relation.WasAssociatedWith;
import org.ctavo.provenance.model.Relation.WasAttributedTo;
import org.ctavo.provenance.model.Relation.WasConfiguredBy;
import org.ctavo.provenance.model.Relation.WasDerivedFrom;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;
import org.ctavo.provenance.model.Relation.WasInformedBy;
import org.ctavo.provenance.model.Shape;
import org.ctavo.provenance.model.Shapes;

/** Says in PROV what a document says in the Provenance Data Model. For one thread and one document. */
final class ToStatements {
    /** Columns that statements tell by their kind, their arguments or statements of their own. */
    private static final Set<String> TOLD_OTHERWISE =
            Set.of("id", "classtype", "generatedattime", "invalidatedattime", "starttime", "endtime");

    private final ModelStyle style;
    private final ProvDocument document;
    private final Map<String, LocalDateTime> generationTimes = new HashMap<>();
    private final List<Statement> elements = new ArrayList<>();
    private final List<Statement> relations = new ArrayList<>();

    private ToStatements(ProvDocument document, ModelStyle style) {
        this.document = document;
        this.style = style;
        document.all(Entity.class).forEach(e -> generationTimes.put(e.id(), e.generatedAtTime()));
    }

    static List<Statement> of(ProvDocument document, ModelStyle style) {
        ToStatements statements = new ToStatements(document, style);
        document.records().forEach(statements::record);
        statements.generationsByNobody();
        List<Statement> all = new ArrayList<>(statements.elements);
        all.addAll(statements.relations);
        return all;
    }

    private void record(ProvRecord record) {
        if (record instanceof Entity e) {
            entity(e);
        } else if (record instanceof Activity a) {
            List<Statement.Attribute> attributes = attributes(a);
            List<String> times = new ArrayList<>();
            times.add(a.startTime() == null ? null : Times.utc(a.startTime()));
            times.add(a.endTime() == null ? null : Times.utc(a.endTime()));
            elements.add(new Statement(Kind.ACTIVITY, a.id(), times, attributes, ""));
            describe(a.id(), a.activityDescription());
        } else if (record instanceof Agent a) {
            List<Statement.Attribute> attributes = attributes(a);
            if (a.type() != null) {
                attributes.add(0, type(Names.PROV + a.type().literal()));
            }
            elements.add(new Statement(Kind.AGENT, a.id(), List.of(), attributes, ""));
        } else if (record instanceof Description d) {
            description(d);
        } else if (record instanceof Configuration c) {
            configuration(c);
        } else {
            relation(record);
        }
    }

    private void entity(Entity e) {
        Kind kind = Kind.ENTITY;
        List<Statement.Attribute> attributes = attributes(e);
        if (e.kind() == EntityKind.COLLECTION) {
            attributes.add(0, type(Names.PROV + "Collection"));
        } else if (e.kind() != null) {
            kind = e.kind() == EntityKind.VALUE ? Kind.VALUE_ENTITY : Kind.DATASET_ENTITY;
        }
        element(kind, e.id(), attributes);
        describe(e.id(), e.entityDescription());
        if (e.invalidatedAtTime() != null) {
            relations.add(
                    Statement.relation(Kind.INVALIDATION, List.of(), e.id(), null, Times.utc(e.invalidatedAtTime())));
        }
    }

    private void description(Description description) {
        Shape<Description> shape = Shapes.of(description);
        if (description instanceof Description.UsedEntityDescription d) {
            tie(Kind.IS_RELATED_TO, d.usageDescription(), d.entityDescription());
        } else if (description instanceof Description.GeneratedEntityDescription d) {
            tie(Kind.IS_RELATED_TO, d.generationDescription(), d.entityDescription());
        } else {
            String id = (String) shape.row(description).values().get("id");
            String owner = (String) shape.row(description).values().get("activitydescription_id");
            Kind kind = kindOf(shape.name());
            if (description instanceof EntityDescription e && e.kind() != null) {
                kind = e.kind() == EntityKind.VALUE ? Kind.VALUE_DESCRIPTION : Kind.DATASET_DESCRIPTION;
            }
            element(kind, id, attributes(description));
            if (owner != null) {
                tie(Kind.IS_RELATED_TO, id, owner);
            }
        }
    }

    private void configuration(Configuration configuration) {
        if (configuration instanceof Parameter p) {
            element(Kind.PARAMETER, p.id(), attributes(p));
            describe(p.id(), p.parameterDescription());
            if (p.valueEntity() != null) {
                tie(Kind.HAD_REFERENCE, p.id(), p.valueEntity());
            }
        } else if (configuration instanceof ConfigFile f) {
            element(Kind.CONFIG_FILE, f.id(), attributes(f));
            describe(f.id(), f.configFileDescription());
        }
    }

    private void relation(ProvRecord record) {
        if (record instanceof Used u) {
            List<Statement.Attribute> attributes = role(u.role(), Names.ROLE);
            reference(attributes, "usageDescription", u.usageDescription());
            relations.add(Statement.relation(Kind.USAGE, attributes, u.activity(), u.entity(), time(u.time())));
        } else if (record instanceof WasGeneratedBy g) {
            List<Statement.Attribute> attributes = role(g.role(), Names.ROLE);
            reference(attributes, "generationDescription", g.generationDescription());
            relations.add(
                    Statement.relation(Kind.GENERATION, attributes, g.entity(), g.activity(), generatedAt(g.entity())));
        } else if (record instanceof WasDerivedFrom d) {
            relations.add(Statement.relation(Kind.DERIVATION, List.of(), d.generatedEntity(), d.usedEntity()));
        } else if (record instanceof WasInformedBy i) {
            relations.add(Statement.relation(Kind.COMMUNICATION, List.of(), i.informed(), i.informant()));
        } else if (record instanceof WasAssociatedWith a) {
            relations.add(Statement.relation(Kind.ASSOCIATION, role(a.role(), Names.ROLE), a.activity(), a.agent()));
        } else if (record instanceof WasAttributedTo a) {
            // W3C's schema knows no role of an attribution.
            relations.add(
                    Statement.relation(Kind.ATTRIBUTION, role(a.role(), Names.VOPROV + "role"), a.entity(), a.agent()));
        } else if (record instanceof HadMember m) {
            relations.add(Statement.relation(Kind.MEMBERSHIP, List.of(), m.collection(), m.entity()));
        } else if (record instanceof WasConfiguredBy c) {
            tie(
                    Kind.WAS_CONFIGURED_BY,
                    c.activity(),
                    c.artefact(),
                    new Statement.Attribute(
                            Names.VOPROV + "artefactType",
                            new Value.Text(c.artefactType().literal())));
        }
    }

    /** Times of generation of entities whose activity is not told. */
    private void generationsByNobody() {
        Set<String> generated = new HashSet<>();
        document.all(WasGeneratedBy.class).forEach(g -> generated.add(g.entity()));
        for (Entity e : document.all(Entity.class)) {
            if (e.generatedAtTime() != null && !generated.contains(e.id())) {
                relations.add(
                        Statement.relation(Kind.GENERATION, List.of(), e.id(), null, Times.utc(e.generatedAtTime())));
            }
        }
    }

    private String generatedAt(String entity) {
        return time(generationTimes.get(entity));
    }

    private static String time(LocalDateTime time) {
        return time == null ? null : Times.utc(time);
    }

    private void element(Kind kind, String id, List<Statement.Attribute> attributes) {
        if (kind.isIvoa() && style == ModelStyle.W3C) {
            attributes.add(0, type(Names.VOPROV + kind.type()));
            elements.add(new Statement(Kind.ENTITY, id, List.of(), attributes, ""));
        } else {
            elements.add(new Statement(kind, id, List.of(), attributes, ""));
        }
    }

    private void describe(String described, String descriptor) {
        if (descriptor != null) {
            tie(Kind.IS_DESCRIBED_BY, described, descriptor);
        }
    }

    private void tie(Kind kind, String from, String to, Statement.Attribute... attributes) {
        List<Statement.Attribute> all = new ArrayList<>(List.of(attributes));
        if (style == ModelStyle.W3C) {
            all.add(0, type(Names.VOPROV + kind.type()));
            relations.add(Statement.relation(Kind.INFLUENCE, all, from, to));
        } else {
            relations.add(Statement.relation(kind, all, from, to));
        }
    }

    private static List<Statement.Attribute> role(String role, String name) {
        List<Statement.Attribute> attributes = new ArrayList<>();
        if (role != null && !role.isEmpty()) {
            attributes.add(new Statement.Attribute(name, new Value.Text(role)));
        }
        return attributes;
    }

    private static void reference(List<Statement.Attribute> attributes, String name, String id) {
        if (id != null) {
            attributes.add(new Statement.Attribute(Names.VOPROV + name, new Value.Name(id)));
        }
    }

    private <T extends ProvRecord> List<Statement.Attribute> attributes(T record) {
        Shape<T> shape = Shapes.of(record);
        List<Statement.Attribute> attributes = new ArrayList<>();
        for (Attribute<T> attribute : shape.attributes()) {
            Object value = attribute.of(record);
            // Empty texts say nothing, but as values.
            if (value instanceof String text
                    && (!text.isEmpty() || attribute.name().equals("value"))
                    && attribute.target().isEmpty()
                    && !TOLD_OTHERWISE.contains(attribute.column())
                    && !(record instanceof Agent && attribute.name().equals("type"))) {
                attributes.add(new Statement.Attribute(name(attribute.name()), new Value.Text(text)));
            }
        }
        return attributes;
    }

    private String name(String attribute) {
        if (style == ModelStyle.W3C) {
            switch (attribute) {
                case "name":
                    return Names.LABEL;
                case "value":
                    return Names.VALUE;
                case "location":
                    return Names.LOCATION;
                case "description":
                    return Names.VOPROV + "comment";
                default:
                    break;
            }
        }
        return Names.VOPROV + attribute;
    }

    private static Kind kindOf(String type) {
        for (Kind kind : Kind.values()) {
            if (kind.type().equals(type)) {
                return kind;
            }
        }
        throw new IllegalStateException(type);
    }

    private static Statement.Attribute type(String iri) {
        return new Statement.Attribute(Names.TYPE, new Value.Name(iri));
    }
}
