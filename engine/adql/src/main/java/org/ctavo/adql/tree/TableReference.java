package org.ctavo.adql.tree;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What stands in FROM (ADQL 2.1, section 3.1). */
public sealed interface TableReference extends Node {

    /**
     * A table by its name.
     *
     * @param name its name
     * @param alias hides the name where there is one
     * @param span its place
     */
    record NamedTable(TableName name, Optional<Identifier> alias, Span span) implements TableReference {

        /** Checks that nothing is null. */
        public NamedTable {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(alias, "alias");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * A query in parentheses.
     *
     * @param query its rows
     * @param alias its name
     * @param span its place
     */
    record DerivedTable(QueryExpression query, Identifier alias, Span span) implements TableReference {

        /** Checks that nothing is null. */
        public DerivedTable {
            Objects.requireNonNull(query, "query");
            Objects.requireNonNull(alias, "alias");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * Joined tables, from left to right.
     *
     * @param first the first table
     * @param steps what is joined to it, at least one
     * @param span its place
     */
    record Joined(TableReference first, List<JoinStep> steps, Span span) implements TableReference {

        /** Copies the list. */
        public Joined {
            Objects.requireNonNull(first, "first");
            steps = List.copyOf(steps);
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * A join with its right operand.
     *
     * @param type which join
     * @param table the right operand
     * @param match which rows go together
     * @param span its place
     */
    record JoinStep(JoinType type, TableReference table, JoinMatch match, Span span) implements Node {

        /** Checks that nothing is null. */
        public JoinStep {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(match, "match");
            Objects.requireNonNull(span, "span");
        }
    }

    /** Which rows go together. */
    sealed interface JoinMatch {}

    /** Those that agree in all columns of the same name. */
    record Natural() implements JoinMatch {}

    /**
     * Those of which the condition holds.
     *
     * @param condition the condition
     */
    record On(Condition condition) implements JoinMatch {

        /** Checks that nothing is null. */
        public On {
            Objects.requireNonNull(condition, "condition");
        }
    }

    /**
     * Those that agree in the columns named.
     *
     * @param columns at least one
     */
    record Using(List<Identifier> columns) implements JoinMatch {

        /** Copies the list. */
        public Using {
            columns = List.copyOf(columns);
        }
    }

    /** Which unmatched rows stay. */
    enum JoinType {
        INNER,
        LEFT,
        RIGHT,
        FULL
    }
}
