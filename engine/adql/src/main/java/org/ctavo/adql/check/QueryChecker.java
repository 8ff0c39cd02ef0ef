package org.ctavo.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.ctavo.adql.checked.CheckedQuery;
import org.ctavo.adql.checked.Output;
import org.ctavo.adql.checked.Rows;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.tree.Query;
import org.ctavo.adql.tree.QueryBody;
import org.ctavo.adql.tree.QueryExpression;
import org.ctavo.adql.tree.Span;
import org.ctavo.adql.type.AdqlType;
import org.ctavo.spi.ColumnDescription;

/** Checks queries, and what set operators make of them. For one query. */
final class QueryChecker {
    private final Context context;
    private final SelectChecker selects;

    QueryChecker(Context context) {
        this.context = context;
        this.selects = new SelectChecker(context, this);
    }

    /** What a whole query is made of. */
    record Result(List<CheckedQuery.CommonTable> with, Rows rows) {}

    /** Rows, and whether they have columns that are not known. */
    record Checked(Rows rows, boolean open) {}

    /** A body, and whether it has columns that are not known. */
    record CheckedBody(Rows.Body body, boolean open) {}

    Result query(Query query) {
        List<CheckedQuery.CommonTable> with = new ArrayList<>();
        for (Query.CommonTable table : query.with()) {
            Checked checked = rows(table.query(), Optional.empty());
            boolean repeated = context.commonTables().stream()
                    .anyMatch(other -> other.name().key().equals(table.name().key()));
            if (repeated) {
                context.fault(
                        AdqlCode.REPEATED_TABLE,
                        table.name().span(),
                        "WITH has two tables of the name `" + table.name().written() + "`",
                        "give one of them another name");
            }
            int id = with.size() + 1;
            with.add(new CheckedQuery.CommonTable(id, checked.rows()));
            context.commonTables().add(new CommonTableSource(id, table.name(), checked.rows(), checked.open()));
        }
        return new Result(with, rows(query.body(), Optional.empty()).rows());
    }

    /**
     * Checks a query.
     *
     * @param outer what the queries around it see
     */
    Checked rows(QueryExpression query, Optional<Scope> outer) {
        if (query.body() instanceof QueryBody.Select select) {
            return selects.select(select, query, outer);
        }
        CheckedBody body = body(query.body(), outer);
        List<Rows.Key> keys = new ArrayList<>();
        for (QueryExpression.SortKey key : query.orderBy()) {
            new OutputOrder(context, body.body().outputs(), body.open())
                    .key(key)
                    .ifPresent(keys::add);
        }
        return new Checked(new Rows(body.body(), keys, query.offset()), body.open());
    }

    private CheckedBody body(QueryBody body, Optional<Scope> outer) {
        if (body instanceof QueryBody.SetChain chain) {
            return chain(chain, outer);
        }
        if (body instanceof QueryBody.Nested nested) {
            Checked checked = rows(nested.query(), outer);
            return new CheckedBody(new Rows.Nested(checked.rows()), checked.open());
        }
        QueryBody.Select select = (QueryBody.Select) body;
        Checked checked = selects.select(
                select, new QueryExpression(select, List.of(), OptionalLong.empty(), select.span()), outer);
        return new CheckedBody(checked.rows().body(), checked.open());
    }

    private CheckedBody chain(QueryBody.SetChain chain, Optional<Scope> outer) {
        CheckedBody first = body(chain.first(), outer);
        List<Output> outputs = first.body().outputs();
        boolean open = first.open();
        List<Rows.SetStep> steps = new ArrayList<>();
        for (QueryBody.SetStep step : chain.steps()) {
            CheckedBody operand = body(step.operand(), outer);
            open |= operand.open();
            if (!open) {
                outputs = common(outputs, operand.body().outputs(), step);
            }
            steps.add(new Rows.SetStep(step.operator(), step.all(), operand.body()));
        }
        return new CheckedBody(new Rows.SetChain(first.body(), steps, outputs), open);
    }

    private List<Output> common(List<Output> left, List<Output> right, QueryBody.SetStep step) {
        Span span = step.operand().span();
        if (left.size() != right.size()) {
            context.fault(
                    AdqlCode.COLUMN_COUNT,
                    new Span(span.start(), span.start() + 6),
                    "the queries joined by " + step.operator() + " have " + left.size() + " and " + right.size()
                            + " columns",
                    "select equally many");
            return left;
        }
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            Output a = left.get(i);
            Output b = right.get(i);
            Optional<AdqlType> type = AdqlType.common(a.type(), b.type());
            if (type.isEmpty()) {
                context.fault(
                        AdqlCode.WRONG_TYPE,
                        new Span(span.start(), span.start() + 6),
                        "column " + (i + 1) + " of the queries joined by " + step.operator() + " is "
                                + a.type().noun() + " on the left and "
                                + b.type().noun() + " on the right",
                        "select the same kind of value");
            }
            outputs.add(
                    type.isEmpty() || type.get() == a.type()
                            ? a
                            : new Output(a.name(), type.get(), retyped(a.description(), type.get())));
        }
        return outputs;
    }

    private static ColumnDescription retyped(ColumnDescription column, AdqlType type) {
        ColumnDescription plain = type.column(column.name());
        return new ColumnDescription(
                column.name(),
                plain.datatype(),
                plain.arraysize(),
                plain.xtype(),
                column.unit(),
                column.ucd(),
                column.utype(),
                column.description(),
                column.principal(),
                column.indexed(),
                column.std());
    }
}
