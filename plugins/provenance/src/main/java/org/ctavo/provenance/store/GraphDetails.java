package org.ctavo.provenance.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.ctavo.provenance.model.Attribute;
import org.ctavo.provenance.model.Configuration.Parameter;
import org.ctavo.provenance.model.DescriptionShapes;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.Relation.WasConfiguredBy;
import org.ctavo.provenance.model.RelationShapes;
import org.ctavo.provenance.model.Row;
import org.ctavo.provenance.model.Shape;
import org.ctavo.provenance.model.Shapes;
import org.ctavo.spi.Fault;

/** Reads what a caller may see of things and relations, by their identifiers. For one connection and one thread. */
final class GraphDetails {
    /** Those that refer to others before these. */
    private static final List<Shape<? extends ProvRecord>> DESCRIPTIONS = List.of(
            DescriptionShapes.USAGE_DESCRIPTION,
            DescriptionShapes.GENERATION_DESCRIPTION,
            DescriptionShapes.PARAMETER_DESCRIPTION,
            DescriptionShapes.CONFIG_FILE_DESCRIPTION,
            DescriptionShapes.ACTIVITY_DESCRIPTION,
            DescriptionShapes.ENTITY_DESCRIPTION);

    private final Connection connection;
    private final GraphRequest request;

    GraphDetails(Connection connection, GraphRequest request) {
        this.connection = connection;
        this.request = request;
    }

    <T extends ProvRecord> List<T> byIds(Shape<T> shape, Collection<String> ids) throws SQLException {
        return ids.isEmpty() ? List.of() : select(shape, "id = ANY (?)", List.of(ids), ids.size());
    }

    /** Relations whose first two attributes are one of the pairs. */
    <T extends ProvRecord> List<T> byEnds(Shape<T> shape, Set<List<String>> pairs) throws SQLException {
        if (pairs.isEmpty()) {
            return List.of();
        }
        Attribute<T> subject = shape.attributes().get(0);
        Attribute<T> object = shape.attributes().get(1);
        // A key of one column finds its rows alone; another index would be read for nothing.
        boolean isKeyed = shape == RelationShapes.WAS_GENERATED_BY;
        return select(
                        shape,
                        subject.column() + " = ANY (?)" + (isKeyed ? "" : " AND " + object.column() + " = ANY (?)"),
                        isKeyed
                                ? List.of(GraphQuery.firsts(pairs, 0))
                                : List.of(GraphQuery.firsts(pairs, 0), GraphQuery.firsts(pairs, 1)),
                        request.mostRelations())
                .stream()
                .filter(r -> pairs.contains(List.of((String) subject.of(r), (String) object.of(r))))
                .toList();
    }

    /** Asks every question once, for nothing: the session then has its plans. */
    void prepare() throws SQLException {
        Set<String> nothing = Set.of("");
        for (Shape<? extends ProvRecord> shape : List.of(Shapes.ENTITY, Shapes.ACTIVITY, Shapes.AGENT)) {
            byIds(shape, nothing);
        }
        for (Shape<? extends ProvRecord> shape : List.of(
                RelationShapes.WAS_GENERATED_BY,
                RelationShapes.USED,
                RelationShapes.WAS_DERIVED_FROM,
                RelationShapes.WAS_INFORMED_BY,
                RelationShapes.WAS_ATTRIBUTED_TO,
                RelationShapes.WAS_ASSOCIATED_WITH,
                RelationShapes.HAD_MEMBER)) {
            byEnds(shape, Set.of(List.of("", "")));
        }
        configuration(nothing);
        byIds(Shapes.PARAMETER, nothing);
        byIds(Shapes.CONFIG_FILE, nothing);
        for (Shape<? extends ProvRecord> shape : DESCRIPTIONS) {
            byIds(shape, nothing);
        }
    }

    /** A relation of which only the ends are told. */
    <T extends ProvRecord> T bare(Shape<T> shape, String subject, String object) {
        Map<String, Object> values = new HashMap<>();
        values.put(shape.attributes().get(0).column(), subject);
        values.put(shape.attributes().get(1).column(), object);
        return shape.instance(new Row(values));
    }

    /** Parameters and files of the activities, with the entities that the caller may see among those they name. */
    List<ProvRecord> configuration(Set<String> activities) throws SQLException {
        if (!request.configuration() || activities.isEmpty()) {
            return List.of();
        }
        List<WasConfiguredBy> ties = select(
                RelationShapes.WAS_CONFIGURED_BY, "activity_id = ANY (?)", List.of(activities), request.mostNodes());
        Set<String> ids = ties.stream().map(WasConfiguredBy::artefact).collect(Collectors.toSet());
        List<ProvRecord> all = new ArrayList<>(ties);
        List<Parameter> parameters = byIds(Shapes.PARAMETER, ids);
        Set<String> named = parameters.stream()
                .map(Parameter::valueEntity)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (Entity entity : byIds(Shapes.ENTITY, named)) {
            seen.add(entity.id());
            all.add(entity);
        }
        for (Parameter p : parameters) {
            String value = seen.contains(p.valueEntity()) ? p.valueEntity() : null;
            all.add(new Parameter(p.id(), p.name(), p.value(), p.parameterDescription(), value));
        }
        all.addAll(byIds(Shapes.CONFIG_FILE, ids));
        return all;
    }

    /** The records with the descriptions they refer to, or without referring to any. */
    List<ProvRecord> withDescriptions(List<ProvRecord> records) throws SQLException {
        Map<String, Set<String>> wanted = new HashMap<>();
        if (request.descriptions()) {
            records.forEach(record -> collect(record, wanted));
        }
        List<ProvRecord> all = new ArrayList<>();
        for (Shape<? extends ProvRecord> shape : DESCRIPTIONS) {
            List<? extends ProvRecord> some = byIds(shape, wanted.getOrDefault(shape.table(), Set.of()));
            // Descriptions of uses and parameters name the description of their activity.
            some.forEach(record -> collect(record, wanted));
            all.addAll(some);
        }
        for (ProvRecord record : records) {
            all.add(request.descriptions() ? record : undescribed(record));
        }
        return all;
    }

    private static <T extends ProvRecord> void collect(T record, Map<String, Set<String>> wanted) {
        for (Attribute<T> attribute : Shapes.of(record).attributes()) {
            if (isDescription(attribute) && attribute.of(record) != null) {
                wanted.computeIfAbsent(attribute.target().get(), table -> new HashSet<>())
                        .add((String) attribute.of(record));
            }
        }
    }

    private static <T extends ProvRecord> T undescribed(T record) {
        Shape<T> shape = Shapes.of(record);
        Map<String, Object> values = new HashMap<>(shape.row(record).values());
        for (Attribute<T> attribute : shape.attributes()) {
            if (isDescription(attribute)) {
                values.put(attribute.column(), null);
            }
        }
        return shape.instance(new Row(values));
    }

    private static boolean isDescription(Attribute<?> attribute) {
        return attribute
                .target()
                .filter(target -> target.endsWith("description"))
                .isPresent();
    }

    private <T extends ProvRecord> List<T> select(
            Shape<T> shape, String where, List<Collection<String>> arrays, long most) throws SQLException {
        String columns = shape.attributes().stream().map(Attribute::column).collect(Collectors.joining(", "));
        List<T> found = new ArrayList<>();
        // The text depends on the class alone, so that a session plans it once.
        try (PreparedStatement select = GraphQuery.prepared(
                connection,
                "SELECT " + columns + " FROM provenance." + shape.table() + " WHERE " + where + " ORDER BY " + columns
                        + " LIMIT ?")) {
            for (int i = 0; i < arrays.size(); i++) {
                select.setArray(
                        i + 1, connection.createArrayOf("text", arrays.get(i).toArray()));
            }
            select.setLong(arrays.size() + 1, most + 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Map<String, Object> values = new HashMap<>();
                    for (Attribute<T> attribute : shape.attributes()) {
                        values.put(
                                attribute.column(),
                                attribute.isTime()
                                        ? row.getObject(attribute.column(), LocalDateTime.class)
                                        : row.getString(attribute.column()));
                    }
                    found.add(shape.instance(new Row(values)));
                }
            }
        }
        if (found.size() > most) {
            throw new Fault(
                    ProvenanceFault.GRAPH_TOO_LARGE,
                    "The graph has more than " + most + " rows of class " + shape.name()
                            + "; ask with a smaller DEPTH or CONFIGURATION=0, or for rows of provenance."
                            + shape.table() + " by ADQL.");
        }
        return found;
    }
}
