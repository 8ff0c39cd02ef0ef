package org.ctavo.provenance.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.model.Shape;
import org.ctavo.provenance.model.Shapes;
import org.ctavo.spi.Fault;

/**
 * Keeps what a document tells to groups from everybody else: begun before the document is merged, ended after it, in
 * the same transaction. For one thread.
 */
final class Concealment {
    private static final Set<String> WITH_GROUPS = Set.of("entity", "activity");
    private static final Set<String> WITH_MARKS =
            Set.of("agent", "activitydescription", "entitydescription", "parameter", "configfile");

    private final Connection connection;
    private final Array groups;
    private final Map<String, Set<String>> fresh = new HashMap<>();

    private Concealment(Connection connection, Array groups) {
        this.connection = connection;
        this.groups = groups;
    }

    /**
     * Looks at what the archive has before the merge.
     *
     * @throws Fault {@code WOULD_BE_SEEN} if the document says more of what others than the groups see
     */
    static Concealment before(Connection connection, Reading reading, Set<String> groups) throws SQLException {
        Concealment concealment = new Concealment(connection, array(connection, groups));
        for (Shape<?> shape : Shapes.ALL) {
            concealment.look(shape, reading);
        }
        return concealment;
    }

    private <T extends ProvRecord> void look(Shape<T> shape, Reading reading) throws SQLException {
        for (List<T> rows : ProvenanceStore.portions(reading.document().all(shape.type()))) {
            refuseExposure(shape, rows, reading);
            if (WITH_GROUPS.contains(shape.table()) || WITH_MARKS.contains(shape.table())) {
                Set<String> ids = new HashSet<>();
                rows.forEach(row -> ids.add((String) shape.keys().get(0).of(row)));
                ids.removeAll(known(shape.table(), ids));
                fresh.computeIfAbsent(shape.table(), table -> new HashSet<>()).addAll(ids);
            }
        }
    }

    private <T extends ProvRecord> void refuseExposure(Shape<T> shape, List<T> rows, Reading reading)
            throws SQLException {
        try (PreparedStatement select = ProvenanceStore.prepare(connection, new Exposure(shape).sql(), shape, rows)) {
            select.setArray(shape.attributes().size() + 1, groups);
            try (ResultSet exposed = select.executeQuery()) {
                if (exposed.next()) {
                    String label = shape.label(rows.get(exposed.getInt(1) - 1));
                    throw new Fault(
                            ProvenanceFault.WOULD_BE_SEEN,
                            label + " would be seen by others than the groups, for they see what it is about"
                                    + reading.placeOf(label)
                                    + "; leave it out, tell it to anyone, or let only the groups see that first.");
                }
            }
        }
    }

    private Set<String> known(String table, Collection<String> ids) throws SQLException {
        Set<String> known = new HashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM provenance." + table + " WHERE id = ANY (?)")) {
            select.setArray(1, array(connection, ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(row.getString(1));
                }
            }
        }
        return known;
    }

    /** Lets only the groups see what was merged. */
    void complete() throws SQLException {
        Set<String> things = new HashSet<>();
        for (Map.Entry<String, Set<String>> kind : fresh.entrySet()) {
            if (WITH_GROUPS.contains(kind.getKey())) {
                things.addAll(kind.getValue());
            } else {
                call("SELECT provenance.mark_things('" + kind.getKey() + "', ?)", kind.getValue());
            }
        }
        try (PreparedStatement call = connection.prepareStatement("SELECT provenance.restrict_access(?, ?)")) {
            call.setArray(1, array(connection, things));
            call.setArray(2, groups);
            call.execute();
        }
    }

    private void call(String sql, Collection<String> ids) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement(sql)) {
            call.setArray(1, array(connection, ids));
            call.execute();
        }
    }

    private static Array array(Connection connection, Collection<String> words) throws SQLException {
        return connection.createArrayOf("text", words.stream().sorted().toArray());
    }
}
