package org.ctavo.provenance.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ctavo.provenance.model.Attribute;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.model.Relation.WasInformedBy;
import org.ctavo.provenance.model.RelationShapes;
import org.ctavo.provenance.model.Shape;
import org.ctavo.provenance.model.Shapes;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;
import org.postgresql.util.PSQLException;

/**
 * Merges documents into the database: what is new is added, what is known is completed, what contradicts is refused.
 * Safe for use by any number of threads; writers wait for each other.
 */
public final class ProvenanceStore {
    private static final int ROWS_A_STATEMENT = 5000;

    private final Database database;

    /** A store that writes as the ingest role. */
    public ProvenanceStore(Database database) {
        this.database = database;
    }

    /**
     * Merges a document, wholly or not at all; a second time changes nothing.
     *
     * @throws Fault {@code CONTRADICTION} with the place if the archive says otherwise, {@code CYCLE} if something
     *     would come from itself, {@code BAD_VALUE}, {@code DOCUMENT_TOO_LARGE}
     */
    public Merge merge(Reading reading) {
        return merge(reading, Set.of());
    }

    /**
     * Merges a document, wholly or not at all; what it tells of first is seen by members of the groups alone.
     *
     * @param groups empty: anyone sees it
     * @throws Fault as {@link #merge(Reading)}, and {@code WOULD_BE_SEEN} if it says more of what others see
     */
    public Merge merge(Reading reading, Set<String> groups) {
        try (Connection connection = database.asIngest()) {
            connection.setAutoCommit(false);
            try {
                Merge merge =
                        groups.isEmpty() ? merge(connection, reading) : mergeConcealed(connection, reading, groups);
                connection.commit();
                return merge;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Merge mergeConcealed(Connection connection, Reading reading, Set<String> groups) throws SQLException {
        execute(connection, "SELECT provenance.lock_lineage()");
        Concealment concealment = Concealment.before(connection, reading, groups);
        Merge merge = merge(connection, reading);
        concealment.complete();
        return merge;
    }

    /**
     * Merges a document within the caller's own transaction, so that a product and its provenance appear together.
     *
     * @param connection of the ingest role, not in auto-commit mode; to be rolled back after a fault
     * @throws Fault as {@link #merge(Reading)}
     */
    public Merge merge(Connection connection, Reading reading) {
        try {
            execute(connection, "SELECT provenance.lock_lineage()");
            Merge whole = new Merge(0, 0, 0);
            for (Shape<?> shape : Shapes.ALL) {
                whole = whole.and(mergeClass(connection, shape, reading));
            }
            return whole;
        } catch (SQLException e) {
            throw refused(e, reading);
        }
    }

    /**
     * Forgets how entities came to be, so that it can be told anew: for products that are made again under their old
     * identifiers. What was made of them stays.
     *
     * @param connection of the ingest role, not in auto-commit mode
     * @param ids entities; those not there are passed over
     */
    public void withdraw(Connection connection, Collection<String> ids) {
        try (PreparedStatement call = connection.prepareStatement("SELECT provenance.withdraw(?)")) {
            call.setArray(1, connection.createArrayOf("text", ids.toArray()));
            call.execute();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Lets only members of groups see entities and activities, and what relates to them.
     *
     * @param connection of the ingest role
     * @param ids entities and activities; those not there are passed over
     * @param groups empty: anyone sees them again
     */
    public void restrict(Connection connection, Collection<String> ids, Set<String> groups) {
        try (PreparedStatement call = connection.prepareStatement("SELECT provenance.restrict_access(?, ?)")) {
            call.setArray(1, connection.createArrayOf("text", ids.toArray()));
            call.setArray(
                    2,
                    groups.isEmpty()
                            ? null
                            : connection.createArrayOf(
                                    "text", groups.stream().sorted().toArray()));
            call.execute();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static <T extends ProvRecord> Merge mergeClass(Connection connection, Shape<T> shape, Reading reading)
            throws SQLException {
        Merge merge = new Merge(0, 0, 0);
        for (List<T> some : portions(reading.document().all(shape.type()))) {
            merge = merge.and(new Batch<>(connection, shape, some, reading).merge());
        }
        return merge;
    }

    /** As many rows as one statement takes, again and again. */
    static <T> List<List<T>> portions(List<T> all) {
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += ROWS_A_STATEMENT) {
            portions.add(all.subList(from, Math.min(all.size(), from + ROWS_A_STATEMENT)));
        }
        return portions;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Some rows of one class. */
    private record Batch<T extends ProvRecord>(Connection connection, Shape<T> shape, List<T> rows, Reading reading) {

        Merge merge() throws SQLException {
            MergeSql sql = new MergeSql(shape);
            check(sql.contradictions(), "is told in two ways: its %s is \"%s\" in the archive and \"%s\" here");
            check(
                    sql.danglingReferences(),
                    "refers by its %s to %s, which neither the document nor the archive tells of");
            check(sql.otherwiseDescribed(), "must have the %s of its description, \"%s\"; it has \"%s\"");
            check(sql.untimely(), "tells, with the archive, of a use at %s, outside the time of its activity");
            int completed = 0;
            if (sql.complete().isPresent()) {
                completed = run(sql.complete().get());
            }
            int added = run(sql.insert());
            return new Merge(added, completed, rows.size() - added - completed);
        }

        private void check(Optional<String> sql, String fault) throws SQLException {
            if (sql.isEmpty()) {
                return;
            }
            try (PreparedStatement statement = prepare(sql.get());
                    ResultSet wrong = statement.executeQuery()) {
                if (wrong.next()) {
                    String label = shape.label(rows.get(wrong.getInt(1) - 1));
                    Object[] words = new Object[wrong.getMetaData().getColumnCount() - 1];
                    for (int i = 0; i < words.length; i++) {
                        words[i] = wrong.getString(i + 2);
                    }
                    throw new Fault(
                            ProvenanceFault.CONTRADICTION,
                            label + " " + String.format(fault, words) + reading.placeOf(label) + ".");
                }
            }
        }

        private int run(String sql) throws SQLException {
            try (PreparedStatement statement = prepare(sql)) {
                return statement.executeUpdate();
            }
        }

        private PreparedStatement prepare(String sql) throws SQLException {
            return ProvenanceStore.prepare(connection, sql, shape, rows);
        }
    }

    /** A statement that begins with one text array a column of the class. */
    static <T extends ProvRecord> PreparedStatement prepare(
            Connection connection, String sql, Shape<T> shape, List<T> rows) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        int column = 1;
        for (Attribute<T> attribute : shape.attributes()) {
            Array array = connection.createArrayOf(
                    "text",
                    rows.stream()
                            .map(attribute::of)
                            .map(value -> value == null ? null : value.toString())
                            .toArray());
            statement.setArray(column++, array);
        }
        return statement;
    }

    private static Fault refused(SQLException e, Reading reading) {
        String constraint = "";
        String detail = "";
        if (e instanceof PSQLException p && p.getServerErrorMessage() != null) {
            constraint = String.valueOf(p.getServerErrorMessage().getConstraint());
            detail = String.valueOf(p.getServerErrorMessage().getDetail());
        }
        return switch (constraint) {
            case "ancestor_not_itself" -> new Fault(
                    ProvenanceFault.CYCLE,
                    "Entity " + detail + " would come from itself" + reading.placeOf("Entity " + detail)
                            + ": follow what it was generated, used and derived from, and take one of them away.",
                    e);
            case "wasinformedby_not_itself" -> new Fault(
                    ProvenanceFault.CYCLE,
                    "An activity would be informed by itself, by way of others" + firstCommunication(reading)
                            + ": follow the communications and take one of them away.",
                    e);
            case "ancestor_depth" -> new Fault(
                    ProvenanceFault.DOCUMENT_TOO_LARGE, "A chain of more than 1000 steps is more than is kept.", e);
            case "lineage_size" -> new Fault(
                    ProvenanceFault.DOCUMENT_TOO_LARGE,
                    "The document links more than 2000000 pairs of inputs and outputs; split its activities.",
                    e);
            case "entity_as_described" -> new Fault(
                    ProvenanceFault.CONTRADICTION,
                    "A value is described by a ValueDescription and a data set by a DatasetDescription; an entity that"
                            + " the archive knows as one of them has another description here.",
                    e);
            case "used_within_activity" -> new Fault(
                    ProvenanceFault.BAD_VALUE, "An entity is used outside the time of its activity.", e);
            default -> e.getSQLState() != null && e.getSQLState().startsWith("23")
                    ? new Fault(
                            ProvenanceFault.BAD_VALUE,
                            "The document breaks a rule of the model: " + constraint + ".",
                            e)
                    : failed(e);
        };
    }

    private static String firstCommunication(Reading reading) {
        return reading.document().all(WasInformedBy.class).stream()
                .map(RelationShapes.WAS_INFORMED_BY::label)
                .map(reading::placeOf)
                .findFirst()
                .orElse("");
    }

    private static Fault failed(SQLException e) {
        return new Fault(ProvenanceFault.DATABASE_FAILED, "The archive's database did not answer as it should.", e);
    }
}
