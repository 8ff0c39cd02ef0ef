package org.ctavo.provenance.votable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ctavo.provenance.model.Attribute;
import org.ctavo.provenance.model.DescriptionShapes;
import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.ProvRecord;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.Row;
import org.ctavo.provenance.model.Shape;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;

/**
 * Descriptions of activities that the archive holds, as files, for those who run it: rights of callers are not asked.
 * Safe for use by any number of threads.
 */
public final class ArchivedDescriptions {
    private static final String OF_ACTIVITY = "activitydescription_id = ?";

    private final Database database;

    /** Reads as the ingest role. */
    public ArchivedDescriptions(Database database) {
        this.database = database;
    }

    /**
     * The file of an activity; see {@link ActivityDescriptions#file} for what it lacks.
     *
     * @param id of an ActivityDescription, or of an activity that has one
     * @return empty if the archive does not know it, or knows no description
     * @throws Fault if the database fails
     */
    public Optional<ActivityFile> file(String id) {
        try (Connection connection = database.asIngest()) {
            Optional<String> description = description(connection, id);
            return description.isEmpty()
                    ? Optional.empty()
                    : ActivityDescriptions.file(document(connection, description.get()), description.get());
        } catch (SQLException e) {
            throw new Fault(ProvenanceFault.DATABASE_FAILED, "The database cannot be read; see the log.", e);
        }
    }

    private static Optional<String> description(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id FROM provenance.activitydescription WHERE id = ? UNION ALL SELECT activitydescription_id"
                        + " FROM provenance.activity WHERE id = ? AND activitydescription_id IS NOT NULL")) {
            select.setString(1, id);
            select.setString(2, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static ProvDocument document(Connection connection, String id) throws SQLException {
        List<ProvRecord> records = new ArrayList<>();
        records.addAll(select(connection, DescriptionShapes.ACTIVITY_DESCRIPTION, "id = ?", id));
        records.addAll(select(connection, DescriptionShapes.PARAMETER_DESCRIPTION, OF_ACTIVITY, id));
        records.addAll(select(connection, DescriptionShapes.USAGE_DESCRIPTION, OF_ACTIVITY, id));
        records.addAll(select(connection, DescriptionShapes.GENERATION_DESCRIPTION, OF_ACTIVITY, id));
        tied(connection, DescriptionShapes.USED_ENTITY_DESCRIPTION, "usagedescription", id, records);
        tied(connection, DescriptionShapes.GENERATED_ENTITY_DESCRIPTION, "generationdescription", id, records);
        return ProvDocument.of(records);
    }

    /** What is used or generated, with the descriptions of the entities. */
    private static <T extends ProvRecord> void tied(
            Connection connection, Shape<T> shape, String owner, String id, List<ProvRecord> records)
            throws SQLException {
        String owned = owner + "_id IN (SELECT id FROM provenance." + owner + " WHERE " + OF_ACTIVITY + ")";
        records.addAll(select(connection, shape, owned, id));
        records.addAll(select(
                connection,
                DescriptionShapes.ENTITY_DESCRIPTION,
                "id IN (SELECT entitydescription_id FROM provenance." + shape.table() + " WHERE " + owned + ")",
                id));
    }

    private static <T extends ProvRecord> List<T> select(Connection connection, Shape<T> shape, String where, String id)
            throws SQLException {
        String columns = shape.attributes().stream().map(Attribute::column).collect(Collectors.joining(", "));
        List<T> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT " + columns + " FROM provenance."
                + shape.table() + " WHERE " + where + " ORDER BY " + columns)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Map<String, Object> values = new HashMap<>();
                    for (Attribute<T> attribute : shape.attributes()) {
                        values.put(attribute.column(), row.getString(attribute.column()));
                    }
                    found.add(shape.instance(new Row(values)));
                }
            }
        }
        return found;
    }
}
