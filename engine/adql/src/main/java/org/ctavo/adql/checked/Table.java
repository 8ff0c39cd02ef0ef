package org.ctavo.adql.checked;

import java.util.Objects;
import java.util.Optional;

import org.ctavo.adql.metadata.KnownTable;
import org.ctavo.adql.tree.TableReference.JoinType;

/** A table in FROM. */
public sealed interface Table {

    /** A table whose columns values name by its number. */
    sealed interface Occurrence extends Table {

        /** Unique in the whole query. */
        int id();
    }

    /**
     * A table of the database. Its columns are called by their names in the database.
     *
     * @param id unique in the whole query
     * @param table which
     */
    record Base(int id, KnownTable table) implements Occurrence {

        /** Checks that nothing is null. */
        public Base {
            Objects.requireNonNull(table, "table");
        }
    }

    /**
     * A query in parentheses. Its columns are called by the names of its outputs.
     *
     * @param id unique in the whole query
     * @param rows the query
     */
    record Derived(int id, Rows rows) implements Occurrence {

        /** Checks that nothing is null. */
        public Derived {
            Objects.requireNonNull(rows, "rows");
        }
    }

    /**
     * A table of WITH. Its columns are called by the names of its outputs.
     *
     * @param id unique in the whole query
     * @param commonTable the number of the common table
     */
    record Common(int id, int commonTable) implements Occurrence {}

    /**
     * Two tables joined.
     *
     * @param type which unmatched rows stay
     * @param left left operand
     * @param right right operand
     * @param condition which rows go together; empty for all (a NATURAL join without a common column)
     */
    record Join(JoinType type, Table left, Table right, Optional<Test> condition) implements Table {

        /** Checks that nothing is null. */
        public Join {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(right, "right");
            Objects.requireNonNull(condition, "condition");
        }
    }
}
