package org.ctavo.provenance.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.ctavo.provenance.model.Activity;
import org.ctavo.provenance.model.Agent;
import org.ctavo.provenance.model.Entity;
import org.ctavo.provenance.model.ProvBuilder;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.RelationShapes;
import org.ctavo.provenance.model.Shape;
import org.ctavo.provenance.model.Shapes;
import org.ctavo.spi.Caller;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;
import org.postgresql.PGStatement;

/**
 * Asks for the graph around things as a caller: one statement finds it, one a class tells of what was found. What the
 * caller may not see is in the graph as a thing without properties, under a name that means nothing elsewhere. Safe
 * for use by any number of threads.
 */
public final class GraphQuery {
    /** Begins the identifiers of things that are not shown. */
    public static final String HIDDEN = "urn:x-cta-vo:hidden:";

    private final Database database;

    /** Asks this database. */
    public GraphQuery(Database database) {
        this.database = database;
    }

    /**
     * The graph.
     *
     * @throws Fault {@code UNKNOWN_ID} if an identifier is of nothing that the caller may see, {@code GRAPH_TOO_LARGE}:
     *     a graph is told wholly or not at all
     */
    public ProvDocument ask(GraphRequest request, Caller caller) {
        try (Connection connection = database.asCaller(caller)) {
            connection.setAutoCommit(false);
            try {
                begin(connection);
                return new Answer(connection, request).document();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            // The statement was cancelled: it took longer than the query role may.
            if ("57014".equals(e.getSQLState())) {
                throw new Fault(
                        ProvenanceFault.GRAPH_TOO_LARGE,
                        "The graph takes too long to find; ask with a smaller DEPTH.",
                        e);
            }
            // The function gave up: there are more things, or one step leads along twenty times too many relations.
            if ("54000".equals(e.getSQLState())) {
                throw tooLarge("more than " + request.mostNodes() + " things");
            }
            throw new Fault(ProvenanceFault.DATABASE_FAILED, "The archive's database did not answer as it should.", e);
        }
    }

    /**
     * Has a connection's session learn the tables and plan every statement of a question; the first question would
     * take longer for that than for its answer.
     */
    public static void prepare(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            begin(connection);
            for (OptionalInt depth : List.of(OptionalInt.empty(), OptionalInt.of(1))) {
                GraphRequest nothing =
                        new GraphRequest(List.of(""), GraphRequest.Direction.BOTH, depth, true, true, true, true, 10);
                new Answer(connection, nothing).rows();
                new GraphDetails(connection, nothing).prepare();
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** All statements see the same state, and use the plans that the session has: they are the same for every id. */
    private static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;"
                    + " SET LOCAL plan_cache_mode = force_generic_plan");
        }
    }

    /** A statement that the session keeps from its first use on. */
    static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(1);
        return statement;
    }

    /** A relation that was followed, and its ends as the caller may name them. */
    private record Tie(String relation, String subject, String object, boolean isHidden) {}

    private static final class Answer {
        private static final int MOST_TOLD = 10;
        private static final int LONGEST_TOLD = 300;

        private final Connection connection;
        private final GraphRequest request;
        private final ProvBuilder builder = new ProvBuilder();
        private final Set<String> entities = new TreeSet<>();
        private final Set<String> activities = new TreeSet<>();
        private final Set<String> agents = new TreeSet<>();
        private final HiddenNames hidden = new HiddenNames();
        private final List<Tie> ties = new ArrayList<>();

        Answer(Connection connection, GraphRequest request) {
            this.connection = connection;
            this.request = request;
        }

        ProvDocument document() throws SQLException {
            find();
            List<ProvRecord> found = new ArrayList<>();
            GraphDetails details = new GraphDetails(connection, request);
            found.addAll(details.byIds(Shapes.ENTITY, entities));
            found.addAll(details.byIds(Shapes.ACTIVITY, activities));
            found.addAll(details.byIds(Shapes.AGENT, agents));
            found.addAll(relation(details, RelationShapes.WAS_GENERATED_BY, "wasGeneratedBy"));
            found.addAll(relation(details, RelationShapes.USED, "used"));
            found.addAll(relation(details, RelationShapes.WAS_DERIVED_FROM, "wasDerivedFrom"));
            found.addAll(relation(details, RelationShapes.WAS_INFORMED_BY, "wasInformedBy"));
            found.addAll(relation(details, RelationShapes.WAS_ATTRIBUTED_TO, "wasAttributedTo"));
            found.addAll(relation(details, RelationShapes.WAS_ASSOCIATED_WITH, "wasAssociatedWith"));
            found.addAll(relation(details, RelationShapes.HAD_MEMBER, "hadMember"));
            found.addAll(details.configuration(activities));
            builder.addAll(details.withDescriptions(found));
            hidden.entities().forEach(id -> builder.add(placeholder(id), ""));
            hidden.activities().forEach(id -> builder.add(new Activity(id, "not shown", null, null, null, null), ""));
            hidden.agents().forEach(id -> builder.add(Agent.of(id, "not shown", null), ""));
            return builder.build();
        }

        private static Entity placeholder(String id) {
            return new Entity(id, null, "not shown", null, null, null, null, null, null);
        }

        private void find() throws SQLException {
            int nodes = rows();
            checkKnown();
            if (nodes > request.mostNodes()) {
                throw tooLarge("more than " + request.mostNodes() + " things");
            }
            // The function finds no more than these: there may be others.
            if (ties.size() >= request.mostRelations()) {
                throw tooLarge(request.mostRelations() + " relations or more");
            }
        }

        /** Reads the graph's shape, and says how many things it has. */
        int rows() throws SQLException {
            int nodes = 0;
            // Each thing met once: without a bound by one recursive query, with it at its least distance.
            String function = request.depth().isPresent() ? "graph_within" : "graph";
            try (PreparedStatement graph =
                    prepared(connection, "SELECT * FROM provenance." + function + "(?, ?, ?, ?, ?, ?, ?)")) {
                graph.setArray(1, connection.createArrayOf("text", request.ids().toArray()));
                graph.setBoolean(2, request.direction() != GraphRequest.Direction.FORTH);
                graph.setBoolean(3, request.direction() != GraphRequest.Direction.BACK);
                graph.setBoolean(4, request.agents());
                graph.setBoolean(5, request.members());
                if (request.depth().isPresent()) {
                    graph.setInt(6, request.depth().getAsInt());
                } else {
                    graph.setNull(6, Types.INTEGER);
                }
                graph.setInt(7, request.mostNodes());
                try (ResultSet row = graph.executeQuery()) {
                    while (row.next()) {
                        String subject = node(row, 2);
                        if (row.getString(1) == null) {
                            nodes++;
                        } else {
                            String object = node(row, 5);
                            boolean isHidden = row.getString(3) == null || row.getString(6) == null;
                            ties.add(new Tie(row.getString(1), subject, object, isHidden));
                        }
                    }
                }
            }
            return nodes;
        }

        private void checkKnown() {
            Set<String> unknown = new TreeSet<>(request.ids());
            unknown.removeAll(entities);
            unknown.removeAll(activities);
            unknown.removeAll(agents);
            if (!unknown.isEmpty()) {
                throw new Fault(
                        ProvenanceFault.UNKNOWN_ID,
                        "Nothing is known of " + told(unknown)
                                + "; identifiers are case-sensitive, and what you may not see is not told.");
            }
        }

        private static String told(Set<String> ids) {
            String first = ids.stream()
                    .limit(MOST_TOLD)
                    .map(id -> id.length() <= LONGEST_TOLD ? id : id.substring(0, LONGEST_TOLD) + "…")
                    .collect(Collectors.joining(", "));
            return ids.size() <= MOST_TOLD ? first : first + " and " + (ids.size() - MOST_TOLD) + " others";
        }

        private String node(ResultSet row, int column) throws SQLException {
            String id = row.getString(column + 1);
            if (id == null) {
                return hidden.name(row.getString(column), row.getInt(column + 2));
            }
            switch (row.getString(column)) {
                case "e" -> entities.add(id);
                case "a" -> activities.add(id);
                default -> agents.add(id);
            }
            return id;
        }

        private <T extends ProvRecord> List<T> relation(GraphDetails details, Shape<T> shape, String word)
                throws SQLException {
            List<Tie> mine =
                    ties.stream().filter(tie -> tie.relation().equals(word)).toList();
            List<T> relations = new ArrayList<>();
            Set<List<String>> pairs = new HashSet<>();
            for (Tie tie : mine) {
                if (tie.isHidden()) {
                    relations.add(details.bare(shape, tie.subject(), tie.object()));
                } else {
                    pairs.add(List.of(tie.subject(), tie.object()));
                }
            }
            relations.addAll(details.byEnds(shape, pairs));
            return relations;
        }
    }

    private static Fault tooLarge(String size) {
        return new Fault(
                ProvenanceFault.GRAPH_TOO_LARGE,
                "The graph has " + size + "; ask with a smaller DEPTH, in one DIRECTION or without MEMBERS, or ask for"
                        + " rows by ADQL: provenance.progenitor has all that comes of a thing, hadmember all members.");
    }

    static Collection<String> firsts(Set<List<String>> pairs, int index) {
        return pairs.stream().map(pair -> pair.get(index)).collect(Collectors.toSet());
    }
}
