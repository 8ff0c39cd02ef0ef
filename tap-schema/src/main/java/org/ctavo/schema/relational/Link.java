package org.ctavo.schema.relational;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name unique in the schema
 * @param columns of the table that refers
 * @param target name of the table referred to, without schema
 * @param targetColumns as many as columns
 * @param isPart whether rows that refer end with the row they refer to
 * @param enforced whether the database sees to it; otherwise TAP_SCHEMA alone tells of it
 * @param published whether TAP_SCHEMA tells of it
 * @param description for people
 * @param utype of the property
 */
public record Link(
        String name,
        List<String> columns,
        String target,
        List<String> targetColumns,
        boolean isPart,
        boolean enforced,
        boolean published,
        String description,
        String utype) {

    /** Copies the lists. */
    public Link {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}
