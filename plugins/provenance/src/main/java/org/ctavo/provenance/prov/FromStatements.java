package org.ctavo.provenance.prov;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ctavo.provenance.model.ArtefactType;
import org.ctavo.provenance.model.Attribute;
import org.ctavo.provenance.model.Description.GeneratedEntityDescription;
import org.ctavo.provenance.model.Description.UsedEntityDescription;
import org.ctavo.provenance.model.DescriptionShapes;
import org.ctavo.provenance.model.ProvBuilder;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.model.Relation.HadMember;
import org.ctavo.provenance.model.Relation.Used;
import org.ctavo.provenance.model.Relation.WasAssociatedWith;
import org.ctavo.provenance.model.Relation.WasAttributedTo;
import org.ctavo.provenance.model.Relation.WasConfiguredBy;
import org.ctavo.provenance.model.Relation.WasDerivedFrom;
import org.ctavo.provenance.model.Relation.WasGeneratedBy;
import org.ctavo.provenance.model.Relation.WasInformedBy;
import org.ctavo.provenance.model.Row;
import org.ctavo.provenance.model.Shape;
import org.ctavo.provenance.model.Shapes;

/**
 * Understands statements of PROV, in either style, in the Provenance Data Model. What the model has no place for is
 * noted as a remark. For one thread and one document.
 */
final class FromStatements {
    private final ElementClasses classes;
    private final ProvBuilder builder = new ProvBuilder();

    /** What relations tell of elements: identifier to column to value. */
    private final Map<String, Map<String, Object>> told = new HashMap<>();

    private FromStatements(ElementClasses classes) {
        this.classes = classes;
    }

    static Reading of(Statements statements) {
        List<Statement> all = statements.all();
        FromStatements from = new FromStatements(new ElementClasses(all));
        statements.remarks().forEach(remark -> from.builder.remark(remark, ""));
        all.stream().filter(s -> !s.kind().isElement()).forEach(from::relation);
        all.stream().filter(s -> s.kind().isElement()).forEach(from::element);
        from.elementsToldOfByRelationsAlone(all);
        return from.builder.read();
    }

    private void relation(Statement s) {
        switch (s.kind()) {
            case USAGE -> {
                Map<String, String> values = values(s, "role", "usageDescription");
                if (both(s, "activity", "entity")) {
                    add(
                            new Used(
                                    s.argument("activity"),
                                    s.argument("entity"),
                                    values.get("role"),
                                    s.argument("time") == null ? null : Times.of(s.argument("time"), s.place()),
                                    values.get("usageDescription")),
                            s);
                }
            }
            case GENERATION -> generation(s);
            case INVALIDATION -> {
                values(s);
                dropped(s, "activity");
                if (s.argument("entity") != null && s.argument("time") != null) {
                    tell(s, s.argument("entity"), "invalidatedattime", Times.of(s.argument("time"), s.place()));
                }
            }
            case COMMUNICATION -> {
                values(s);
                if (both(s, "informed", "informant")) {
                    add(new WasInformedBy(s.argument("informed"), s.argument("informant")), s);
                }
            }
            case DERIVATION -> {
                values(s);
                dropped(s, "activity");
                if (both(s, "generatedEntity", "usedEntity")) {
                    add(new WasDerivedFrom(s.argument("generatedEntity"), s.argument("usedEntity")), s);
                }
            }
            case ATTRIBUTION -> {
                Map<String, String> values = values(s, "role");
                if (both(s, "entity", "agent")) {
                    add(new WasAttributedTo(s.argument("entity"), s.argument("agent"), values.get("role")), s);
                }
            }
            case ASSOCIATION -> association(s);
            case MEMBERSHIP -> {
                if (both(s, "collection", "entity")) {
                    add(new HadMember(s.argument("collection"), s.argument("entity")), s);
                }
            }
            case INFLUENCE -> influence(s, "influencee", "influencer");
            case IS_DESCRIBED_BY -> influence(s, "described", "descriptor");
            case IS_RELATED_TO -> influence(s, "related", "relator");
            case WAS_CONFIGURED_BY -> influence(s, "configured", "configurator");
            case HAD_REFERENCE -> influence(s, "referenced", "referrer");
            default -> builder.remark(s.kind().word() + " has no place in the IVOA's model", s.place());
        }
    }

    private void generation(Statement s) {
        Map<String, String> values = values(s, "role", "generationDescription");
        String entity = s.argument("entity");
        if (entity == null) {
            builder.remark("a generation of nothing says nothing", s.place());
            return;
        }
        if (s.argument("activity") != null) {
            add(
                    new WasGeneratedBy(
                            entity, s.argument("activity"), values.get("role"), values.get("generationDescription")),
                    s);
        }
        if (s.argument("time") != null) {
            tell(s, entity, "generatedattime", Times.of(s.argument("time"), s.place()));
        }
    }

    private void association(Statement s) {
        Map<String, String> values = values(s, "role");
        if (both(s, "activity", "agent")) {
            add(new WasAssociatedWith(s.argument("activity"), s.argument("agent"), values.get("role")), s);
        }
        String plan = s.argument("plan");
        if (plan != null && classes.shapeOf(plan) == DescriptionShapes.ACTIVITY_DESCRIPTION) {
            tell(s, s.argument("activity"), "activitydescription_id", plan);
        } else if (plan != null) {
            dropped(s, "plan");
        }
    }

    /** A relation whose meaning is in what it relates: the IVOA's own, and what stands for them in W3C's style. */
    private void influence(Statement s, String first, String second) {
        values(s, "artefactType");
        if (!both(s, first, second)) {
            return;
        }
        String one = s.argument(first);
        String two = s.argument(second);
        // Implementations differ in which end they name first.
        if (!tie(s, one, two) && !tie(s, two, one)) {
            builder.remark(
                    "what relates " + one + " and " + two + " has no place in the IVOA's model; tell what they are",
                    s.place());
        }
    }

    private boolean tie(Statement s, String one, String two) {
        Shape<?> a = classes.shapeOf(one);
        Shape<?> b = classes.shapeOf(two);
        if (a == Shapes.ACTIVITY && (b == Shapes.PARAMETER || b == Shapes.CONFIG_FILE)) {
            ArtefactType type = b == Shapes.PARAMETER ? ArtefactType.PARAMETER : ArtefactType.CONFIG_FILE;
            add(new WasConfiguredBy(one, type, two), s);
        } else if (a == DescriptionShapes.USAGE_DESCRIPTION && b == DescriptionShapes.ENTITY_DESCRIPTION) {
            add(new UsedEntityDescription(one, two), s);
        } else if (a == DescriptionShapes.GENERATION_DESCRIPTION && b == DescriptionShapes.ENTITY_DESCRIPTION) {
            add(new GeneratedEntityDescription(one, two), s);
        } else {
            Optional<String> column = a == null || b == null
                    ? Optional.empty()
                    : a.attributes().stream()
                            .filter(attribute -> !attribute.isKey())
                            .filter(attribute ->
                                    attribute.target().filter(b.table()::equals).isPresent())
                            .map(Attribute::column)
                            .findFirst()
                            .map(String::valueOf);
            column.ifPresent(c -> tell(s, one, c, two));
            return column.isPresent();
        }
        return true;
    }

    private void element(Statement s) {
        elementOf(classes.shapeOf(s), s);
    }

    private <T extends ProvRecord> void elementOf(Shape<T> shape, Statement s) {
        ElementValues values = new ElementValues(shape, s, builder);
        Map<String, Object> row = values.row();
        if (s.kind() != Kind.AGENT) {
            told.getOrDefault(s.id(), Map.of()).forEach((column, value) -> values.put(column, value));
            told.remove(s.id());
            classes.kindOf(s.id()).ifPresent(word -> row.put("classtype", word));
        }
        // Implementations leave out names that the model demands.
        if (row.get("name") == null
                && shape.attributes().stream().anyMatch(a -> a.name().equals("name") && a.isRequired())) {
            row.put("name", ElementValues.lastPart(s.id()));
        }
        builder.add(shape.instance(new Row(row)), s.place());
    }

    /** W3C lets relations name elements that no statement tells of. */
    private void elementsToldOfByRelationsAlone(List<Statement> all) {
        Map<String, Statement> first = new HashMap<>();
        for (Statement s : all) {
            s.arguments().stream()
                    .filter(argument -> argument != null && told.containsKey(argument))
                    .forEach(argument -> first.putIfAbsent(argument, s));
        }
        for (Map.Entry<String, Map<String, Object>> entry : new ArrayList<>(told.entrySet())) {
            Shape<?> shape = classes.shapeOf(entry.getKey());
            Statement s = first.get(entry.getKey());
            Kind kind = shape == Shapes.ACTIVITY ? Kind.ACTIVITY : Kind.ENTITY;
            if (shape == Shapes.ACTIVITY || shape == Shapes.ENTITY) {
                List<String> none = new ArrayList<>();
                kind.arguments().forEach(argument -> none.add(null));
                elementOf(shape, new Statement(kind, entry.getKey(), none, List.of(), s.place()));
            }
        }
    }

    private void add(ProvRecord record, Statement s) {
        if (s.id() != null) {
            builder.remark("the identifier of a relation is not kept", s.place());
        }
        builder.add(record, s.place());
    }

    private void tell(Statement s, String id, String column, Object value) {
        Object before = told.computeIfAbsent(id, key -> new HashMap<>()).put(column, value);
        if (before != null && !before.equals(value)) {
            throw Statements.bad(s.place(), id + " has two values of " + column + ": " + before + " and " + value);
        }
    }

    private boolean both(Statement s, String one, String other) {
        boolean both = s.argument(one) != null && s.argument(other) != null;
        if (!both) {
            builder.remark(s.kind().word() + " without its " + one + " or " + other + " is not kept", s.place());
        }
        return both;
    }

    private void dropped(Statement s, String argument) {
        if (s.argument(argument) != null) {
            builder.remark("the " + argument + " of " + s.kind().word() + " is not kept", s.place());
        }
    }

    /** The attributes of a relation by their names in the model; others become remarks. */
    private Map<String, String> values(Statement s, String... names) {
        Map<String, String> values = new HashMap<>();
        for (Statement.Attribute attribute : s.attributes()) {
            String local = Names.ofModel(attribute.name());
            if (local != null && List.of(names).contains(local)) {
                String before = values.put(local, attribute.value().text());
                if (before != null && !before.equals(attribute.value().text())) {
                    throw Statements.bad(s.place(), s.kind().word() + " has two values of " + local);
                }
            } else if (!Names.TYPE.equals(attribute.name())
                    || !(attribute.value().text().startsWith(Names.VOPROV)
                            || attribute.value().text().startsWith("voprov:"))) {
                builder.remark(
                        "attribute " + attribute.name() + " of " + s.kind().word() + " is not kept", s.place());
            }
        }
        return values;
    }
}
