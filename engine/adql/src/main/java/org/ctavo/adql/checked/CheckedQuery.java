package org.ctavo.adql.checked;

import java.util.List;
import java.util.Objects;

import org.ctavo.adql.tree.Query;
import org.ctavo.spi.ColumnDescription;

/**
 * A query in which no fault was found.
 *
 * @param text as written; places of calls and casts count its characters
 * @param tree its syntax
 * @param with the common tables that are used or not, in the order they are written
 * @param rows what is selected
 * @param columns the result columns: names unique in any case and without quotation marks, metadata as far as it
 *     stays true
 */
public record CheckedQuery(
        String text, Query tree, List<CommonTable> with, Rows rows, List<ColumnDescription> columns) {

    /** Copies the lists. */
    public CheckedQuery {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(tree, "tree");
        with = List.copyOf(with);
        Objects.requireNonNull(rows, "rows");
        columns = List.copyOf(columns);
    }

    /**
     * A query of WITH.
     *
     * @param id unique in the query, among these
     * @param rows its rows
     */
    public record CommonTable(int id, Rows rows) {

        /** Checks that nothing is null. */
        public CommonTable {
            Objects.requireNonNull(rows, "rows");
        }
    }
}
