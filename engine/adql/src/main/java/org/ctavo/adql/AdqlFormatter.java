package org.ctavo.adql;

import java.util.List;
import java.util.stream.Collectors;

import org.ctavo.adql.tree.Condition;
import org.ctavo.adql.tree.Identifier;
import org.ctavo.adql.tree.Query;
import org.ctavo.adql.tree.QueryBody;
import org.ctavo.adql.tree.QueryBody.Quantifier;
import org.ctavo.adql.tree.QueryExpression;
import org.ctavo.adql.tree.SelectItem;
import org.ctavo.adql.tree.TableReference;

/** Writes trees as ADQL. What it writes is read as the same tree. */
public final class AdqlFormatter {
    private final StringBuilder text = new StringBuilder();

    private AdqlFormatter() {}

    /** A query on one line. */
    public static String format(Query query) {
        AdqlFormatter formatter = new AdqlFormatter();
        formatter.query(query);
        return formatter.text.toString();
    }

    private void query(Query query) {
        String before = "WITH ";
        for (Query.CommonTable table : query.with()) {
            text.append(before).append(table.name().written()).append(" AS ");
            nested(table.query());
            before = ", ";
        }
        text.append(query.with().isEmpty() ? "" : " ");
        rows(query.body());
    }

    void nested(QueryExpression query) {
        text.append('(');
        rows(query);
        text.append(')');
    }

    private void rows(QueryExpression query) {
        body(query.body(), false);
        String before = " ORDER BY ";
        for (QueryExpression.SortKey key : query.orderBy()) {
            text.append(before);
            key(key);
            before = ", ";
        }
        query.offset().ifPresent(offset -> text.append(" OFFSET ").append(offset));
    }

    private void key(QueryExpression.SortKey key) {
        if (key.key() instanceof QueryExpression.Position position) {
            text.append(position.number());
        } else {
            ExpressionFormatter expressions = new ExpressionFormatter(this, text);
            expressions.sorted(((QueryExpression.Sorted) key.key()).expression());
        }
        text.append(key.direction() == QueryExpression.Direction.UNSAID ? "" : " " + key.direction());
    }

    private void body(QueryBody body, boolean operand) {
        if (body instanceof QueryBody.Select select) {
            select(select);
        } else if (body instanceof QueryBody.Nested nested) {
            nested(nested.query());
        } else {
            chain((QueryBody.SetChain) body, operand);
        }
    }

    private void chain(QueryBody.SetChain chain, boolean operand) {
        text.append(operand ? "(" : "");
        body(chain.first(), true);
        for (QueryBody.SetStep step : chain.steps()) {
            text.append(' ').append(step.operator()).append(step.all() ? " ALL " : " ");
            body(step.operand(), true);
        }
        text.append(operand ? ")" : "");
    }

    private void select(QueryBody.Select select) {
        text.append("SELECT ").append(quantifier(select.quantifier()));
        select.top().ifPresent(top -> text.append("TOP ").append(top).append(' '));
        String before = "";
        for (SelectItem item : select.items()) {
            text.append(before);
            item(item);
            before = ", ";
        }
        before = " FROM ";
        for (TableReference table : select.from()) {
            text.append(before);
            table(table);
            before = ", ";
        }
        ExpressionFormatter expressions = new ExpressionFormatter(this, text);
        select.where().ifPresent(where -> {
            text.append(" WHERE ");
            expressions.condition(where);
        });
        text.append(select.groupBy().isEmpty() ? "" : " GROUP BY ");
        expressions.list(select.groupBy());
        select.having().ifPresent(having -> {
            text.append(" HAVING ");
            expressions.condition(having);
        });
    }

    static String quantifier(Quantifier quantifier) {
        return quantifier == Quantifier.UNSAID ? "" : quantifier + " ";
    }

    private void item(SelectItem item) {
        if (item instanceof SelectItem.AllColumns) {
            text.append('*');
        } else if (item instanceof SelectItem.AllColumnsOf all) {
            text.append(all.table().written()).append(".*");
        } else {
            SelectItem.Item value = (SelectItem.Item) item;
            new ExpressionFormatter(this, text).expression(value.expression());
            value.alias().ifPresent(alias -> text.append(" AS ").append(alias.written()));
        }
    }

    private void table(TableReference table) {
        if (table instanceof TableReference.NamedTable named) {
            text.append(named.name().written());
            named.alias().ifPresent(alias -> text.append(" AS ").append(alias.written()));
        } else if (table instanceof TableReference.DerivedTable derived) {
            nested(derived.query());
            text.append(" AS ").append(derived.alias().written());
        } else {
            TableReference.Joined joined = (TableReference.Joined) table;
            table(joined.first());
            joined.steps().forEach(this::join);
        }
    }

    private void join(TableReference.JoinStep step) {
        boolean natural = step.match() instanceof TableReference.Natural;
        text.append(natural ? " NATURAL" : "");
        text.append(step.type() == TableReference.JoinType.INNER ? " JOIN " : " " + step.type() + " JOIN ");
        boolean nested = step.table() instanceof TableReference.Joined;
        text.append(nested ? "(" : "");
        table(step.table());
        text.append(nested ? ")" : "");
        if (step.match() instanceof TableReference.On on) {
            text.append(" ON ");
            condition(on.condition());
        } else if (step.match() instanceof TableReference.Using using) {
            text.append(" USING (").append(names(using.columns())).append(')');
        }
    }

    private static String names(List<Identifier> names) {
        return names.stream().map(Identifier::written).collect(Collectors.joining(", "));
    }

    private void condition(Condition condition) {
        new ExpressionFormatter(this, text).condition(condition);
    }
}
