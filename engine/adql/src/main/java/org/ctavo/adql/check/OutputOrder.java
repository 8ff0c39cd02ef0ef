package org.ctavo.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ctavo.adql.checked.Output;
import org.ctavo.adql.checked.Rows;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.fault.Nearest;
import org.ctavo.adql.tree.Expression;
import org.ctavo.adql.tree.Identifier;
import org.ctavo.adql.tree.QueryExpression;
import org.ctavo.adql.tree.QueryExpression.Direction;
import org.ctavo.adql.tree.Span;
import org.ctavo.adql.type.AdqlType;

/**
 * Sort keys by result columns: by position, by name.
 *
 * @param context of the query
 * @param outputs the result columns
 * @param open whether there are columns that are not known
 */
record OutputOrder(Context context, List<Output> outputs, boolean open) {

    /** The key of rows that are no single SELECT: a position or a name, nothing else. */
    Optional<Rows.Key> key(QueryExpression.SortKey key) {
        boolean descending = key.direction() == Direction.DESC;
        if (key.key() instanceof QueryExpression.Position position) {
            return position(position.number(), descending, key.span());
        }
        Expression expression = ((QueryExpression.Sorted) key.key()).expression();
        if (expression instanceof Expression.ColumnReference column
                && column.table().isEmpty()) {
            Optional<Integer> index = named(column.name());
            if (index.isPresent()) {
                return Optional.of(new Rows.ByOutput(index.get(), descending));
            }
        }
        if (!open) {
            List<String> names =
                    outputs.stream().map(o -> o.description().name()).toList();
            String nearest = expression instanceof Expression.ColumnReference column
                    ? Nearest.of(column.name().text(), names)
                            .map(name -> "did you mean `" + Names.written(name) + "`?")
                            .orElse("")
                    : "";
            context.fault(
                    AdqlCode.BAD_SORT_KEY,
                    key.span(),
                    "`" + context.shown(expression.span()) + "` is not a column of this result",
                    nearest.isEmpty()
                            ? "sort by " + names.stream().limit(10).collect(Collectors.joining(", "))
                            : nearest);
        }
        return Optional.empty();
    }

    /** The key of a position, counted from 1. */
    Optional<Rows.Key> position(long number, boolean descending, Span span) {
        if (number >= 1 && number <= outputs.size()) {
            int index = (int) number - 1;
            sortable(outputs.get(index).type(), span);
            return Optional.of(new Rows.ByOutput(index, descending));
        }
        if (!open) {
            context.fault(
                    AdqlCode.BAD_SORT_KEY,
                    span,
                    "there is no result column " + number,
                    "the result has " + outputs.size());
        }
        return Optional.empty();
    }

    /** The only column of that name, as written in the select list. */
    Optional<Integer> named(Identifier name) {
        List<Integer> found = all(name);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** All columns of that name. */
    List<Integer> all(Identifier name) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            if (name.means(outputs.get(i).description().name())) {
                found.add(i);
            }
        }
        return found;
    }

    /** Tells if values of a type have no order. */
    void sortable(AdqlType type, Span span) {
        if (!Types.isOrdered(type)) {
            context.fault(AdqlCode.WRONG_TYPE, span, type.noun() + " has no order, so that one cannot sort by it");
        }
    }
}
