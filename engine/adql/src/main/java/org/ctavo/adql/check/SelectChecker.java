package org.ctavo.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.ctavo.adql.check.QueryChecker.Checked;
import org.ctavo.adql.checked.Output;
import org.ctavo.adql.checked.Rows;
import org.ctavo.adql.checked.Test;
import org.ctavo.adql.checked.Value;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.tree.Expression;
import org.ctavo.adql.tree.Expression.ColumnReference;
import org.ctavo.adql.tree.Identifier;
import org.ctavo.adql.tree.QueryBody;
import org.ctavo.adql.tree.QueryBody.Quantifier;
import org.ctavo.adql.tree.QueryExpression;
import org.ctavo.adql.tree.SelectItem;
import org.ctavo.adql.tree.Span;

/** Checks a SELECT with its order. For one query. */
final class SelectChecker {
    private final Context context;
    private final QueryChecker queries;
    private final FromChecker tables;

    SelectChecker(Context context, QueryChecker queries) {
        this.context = context;
        this.queries = queries;
        this.tables = new FromChecker(context, queries);
    }

    /** An item with its place. */
    private record Placed(Rows.Item item, Span span) {}

    Checked select(QueryBody.Select select, QueryExpression query, Optional<Scope> outer) {
        FromChecker.From from = tables.from(select.from(), outer);
        Scope scope = from.scope();
        List<Placed> placed = items(select, scope);
        List<Rows.Item> items = placed.stream().map(Placed::item).toList();
        Optional<Test> where = select.where()
                .map(condition -> tests(scope, Aggregates.refused("WHERE")).test(condition));
        Aliases aliases = new Aliases(select, scope, items);
        List<Value> groups = groups(select, scope, aliases);
        Optional<Test> having = select.having()
                .map(condition -> tests(scope, Aggregates.ALLOWED).test(condition));
        boolean distinct = select.quantifier() == Quantifier.DISTINCT;
        boolean open = isOpen(select, scope);
        List<Rows.Key> keys = new ArrayList<>();
        List<Span> places = new ArrayList<>();
        for (QueryExpression.SortKey key : query.orderBy()) {
            order(key, items, scope, aliases, distinct, open).ifPresent(sort -> {
                keys.add(sort);
                places.add(key.span());
            });
        }
        if (context.knowsTables() && !scope.isOpen()) {
            Grouping grouping = new Grouping(context, scope, groups);
            placed.forEach(item -> grouping.note(item.item().value(), item.span()));
            having.ifPresent(grouping::note);
            for (int i = 0; i < keys.size(); i++) {
                if (keys.get(i) instanceof Rows.ByValue key) {
                    grouping.note(key.value(), places.get(i));
                }
            }
            grouping.check(!select.groupBy().isEmpty() || having.isPresent());
        }
        Rows.Select body = new Rows.Select(distinct, select.top(), items, from.tables(), where, groups, having);
        return new Checked(new Rows(body, keys, query.offset()), open);
    }

    private TestChecker tests(Scope scope, Aggregates aggregates) {
        return new TestChecker(context, queries, values(scope, aggregates, Optional.empty()), scope);
    }

    private ValueChecker values(Scope scope, Aggregates aggregates, Optional<Aliases> aliases) {
        return new ValueChecker(context, queries, scope, aggregates, aliases);
    }

    private static boolean isOpen(QueryBody.Select select, Scope scope) {
        return scope.isOpen() && select.items().stream().anyMatch(item -> !(item instanceof SelectItem.Item));
    }

    private List<Placed> items(QueryBody.Select select, Scope scope) {
        ValueChecker values = values(scope, Aggregates.ALLOWED, Optional.empty());
        List<Placed> items = new ArrayList<>();
        for (SelectItem item : select.items()) {
            if (item instanceof SelectItem.Item value) {
                items.add(new Placed(
                        item(value, values, items.size()), value.expression().span()));
            } else if (item instanceof SelectItem.AllColumns all) {
                scope.items().forEach(from -> addAll(from.columns(), all.span(), items));
            } else if (item instanceof SelectItem.AllColumnsOf all) {
                scope.source(all.table()).ifPresent(source -> addAll(source.columns(), all.span(), items));
            }
        }
        if (items.isEmpty()) {
            // Only where a fault was told, or nothing is known of the tables.
            Value unknown = Scope.unknown();
            items.add(new Placed(
                    new Rows.Item(
                            unknown,
                            new Output("c1", unknown.type(), unknown.type().column("c1"))),
                    select.span()));
        }
        return items;
    }

    private void addAll(List<Source.Column> columns, Span span, List<Placed> items) {
        for (Source.Column column : columns) {
            Value value = context.written(column.value(), span);
            items.add(new Placed(
                    new Rows.Item(
                            value,
                            new Output(
                                    "c" + (items.size() + 1),
                                    value.type(),
                                    Descriptions.result(column.description(), column.name()))),
                    span));
        }
    }

    private Rows.Item item(SelectItem.Item item, ValueChecker values, int index) {
        Value value = values.value(item.expression());
        String name = item.alias().map(Identifier::text).orElseGet(() -> name(item.expression(), value, index));
        Output output = new Output(
                "c" + (index + 1),
                value.type(),
                Descriptions.of(value, name, context.shown(item.expression().span())));
        return new Rows.Item(value, output);
    }

    private static String name(Expression expression, Value value, int index) {
        if (value instanceof Value.Column column) {
            return Identifier.ofMetadata(column.description().name()).text();
        }
        if (expression instanceof ColumnReference column) {
            return column.name().text();
        }
        if (expression instanceof Expression.FunctionCall call) {
            return call.name().key();
        }
        if (expression instanceof Expression.Aggregate aggregate) {
            return aggregate.function().name().toLowerCase(Locale.ROOT);
        }
        return "column_" + (index + 1);
    }

    private List<Value> groups(QueryBody.Select select, Scope scope, Aliases aliases) {
        ValueChecker values = values(scope, Aggregates.refused("GROUP BY"), Optional.of(aliases));
        List<Value> groups = new ArrayList<>();
        for (Expression group : select.groupBy()) {
            Value value = values.value(group);
            if (value instanceof Value.Constant && context.knowsTables()) {
                context.fault(
                        AdqlCode.NOT_GROUPED, group.span(), "GROUP BY takes no position", "write the column itself");
            } else if (!isConstant(value) && !(value instanceof Value.Aggregate)) {
                groups.add(value);
            }
        }
        return groups;
    }

    private static boolean isConstant(Value value) {
        return value instanceof Value.Constant || value instanceof Value.Text || value instanceof Value.Null;
    }

    private Optional<Rows.Key> order(
            QueryExpression.SortKey key,
            List<Rows.Item> items,
            Scope scope,
            Aliases aliases,
            boolean distinct,
            boolean open) {
        boolean descending = key.direction() == QueryExpression.Direction.DESC;
        List<Output> outputs = items.stream().map(Rows.Item::output).toList();
        OutputOrder byOutput = new OutputOrder(context, outputs, open);
        if (key.key() instanceof QueryExpression.Position position) {
            return byOutput.position(position.number(), descending, key.span());
        }
        Expression expression = ((QueryExpression.Sorted) key.key()).expression();
        if (expression instanceof ColumnReference column && column.table().isEmpty()) {
            Optional<Integer> index = byOutput.named(column.name());
            if (index.isPresent()) {
                byOutput.sortable(outputs.get(index.get()).type(), key.span());
                return Optional.of(new Rows.ByOutput(index.get(), descending));
            }
            if (!byOutput.all(column.name()).isEmpty() && !scope.sees(column.name())) {
                context.fault(
                        AdqlCode.AMBIGUOUS_COLUMN,
                        key.span(),
                        "`" + column.written() + "` can mean several columns of the result",
                        "sort by a position");
                return Optional.empty();
            }
        }
        Value value = values(scope, Aggregates.ALLOWED, Optional.of(aliases)).value(expression);
        byOutput.sortable(value.type(), key.span());
        if (isConstant(value)) {
            return Optional.empty();
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).value().equals(value)) {
                return Optional.of(new Rows.ByOutput(i, descending));
            }
        }
        if (distinct && !open) {
            context.fault(
                    AdqlCode.BAD_SORT_KEY,
                    key.span(),
                    "`" + context.shown(expression.span()) + "` is not selected",
                    "with DISTINCT one can sort by what is selected only");
            return Optional.empty();
        }
        return Optional.of(new Rows.ByValue(value, descending));
    }
}
