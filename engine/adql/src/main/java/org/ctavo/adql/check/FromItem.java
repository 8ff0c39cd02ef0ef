package org.ctavo.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.tree.Identifier;

/** What FROM lists: a table or a join, with the columns that names without a table see. */
sealed interface FromItem {

    /** All tables in it. */
    List<Source> sources();

    /** All columns, in the order of {@code *}. */
    List<Source.Column> columns();

    /** The columns that a name without a table can mean. */
    List<Source.Column> find(Identifier name);

    /**
     * One table.
     *
     * @param source the table
     */
    record Single(Source source) implements FromItem {

        @Override
        public List<Source> sources() {
            return List.of(source);
        }

        @Override
        public List<Source.Column> columns() {
            return source.columns();
        }

        @Override
        public List<Source.Column> find(Identifier name) {
            return source.find(name);
        }
    }

    /**
     * A join.
     *
     * @param left left operand
     * @param right right operand
     * @param merged the columns that NATURAL or USING made one of two
     * @param hidden the columns they were made of
     */
    record Joined(FromItem left, FromItem right, List<Source.Column> merged, Set<Value> hidden) implements FromItem {

        @Override
        public List<Source> sources() {
            List<Source> sources = new ArrayList<>(left.sources());
            sources.addAll(right.sources());
            return sources;
        }

        @Override
        public List<Source.Column> columns() {
            return joined(merged, left.columns(), right.columns());
        }

        @Override
        public List<Source.Column> find(Identifier name) {
            List<Source.Column> found =
                    merged.stream().filter(column -> name.means(column.name())).toList();
            return joined(found, left.find(name), right.find(name));
        }

        private List<Source.Column> joined(
                List<Source.Column> first, List<Source.Column> lefts, List<Source.Column> rights) {
            List<Source.Column> columns = new ArrayList<>(first);
            lefts.stream().filter(column -> !hidden.contains(column.value())).forEach(columns::add);
            rights.stream().filter(column -> !hidden.contains(column.value())).forEach(columns::add);
            return columns;
        }
    }
}
