package org.ctavo.adql;

import java.util.List;

import org.ctavo.adql.tree.Condition;
import org.ctavo.adql.tree.Expression;
import org.ctavo.adql.tree.Rank;

/** Writes values and conditions as ADQL. */
final class ExpressionFormatter {
    private final AdqlFormatter queries;
    private final StringBuilder text;

    ExpressionFormatter(AdqlFormatter queries, StringBuilder text) {
        this.queries = queries;
        this.text = text;
    }

    /** A sort key: a bare number would be a position. */
    void sorted(Expression expression) {
        if (expression instanceof Expression.NumberLiteral) {
            parentheses(expression);
        } else {
            expression(expression);
        }
    }

    private void parentheses(Expression expression) {
        text.append('(');
        expression(expression);
        text.append(')');
    }

    void list(List<Expression> expressions) {
        String before = "";
        for (Expression expression : expressions) {
            text.append(before);
            expression(expression);
            before = ", ";
        }
    }

    void expression(Expression expression) {
        if (expression instanceof Expression.NumberLiteral number) {
            text.append(number.text());
        } else if (expression instanceof Expression.StringLiteral string) {
            text.append('\'').append(string.value().replace("'", "''")).append('\'');
        } else if (expression instanceof Expression.NullLiteral) {
            text.append("NULL");
        } else if (expression instanceof Expression.ColumnReference column) {
            text.append(column.written());
        } else if (expression instanceof Expression.Signed signed) {
            signed(signed);
        } else if (expression instanceof Expression.Chain chain) {
            chain(chain);
        } else {
            called(expression);
        }
    }

    /** Values that end by a parenthesis or by END. */
    private void called(Expression expression) {
        if (expression instanceof Expression.FunctionCall call) {
            text.append(call.name().text()).append('(');
            list(call.arguments());
            text.append(')');
        } else if (expression instanceof Expression.Aggregate aggregate) {
            text.append(aggregate.function()).append('(').append(AdqlFormatter.quantifier(aggregate.quantifier()));
            aggregate.argument().ifPresentOrElse(this::expression, () -> text.append('*'));
            text.append(')');
        } else if (expression instanceof Expression.Cast cast) {
            text.append("CAST(");
            expression(cast.operand());
            text.append(" AS ").append(cast.target().written());
            cast.length().ifPresent(length -> text.append('(').append(length).append(')'));
            text.append(')');
        } else if (expression instanceof Expression.Case choice) {
            text.append("CASE");
            for (Expression.When when : choice.whens()) {
                text.append(" WHEN ");
                condition(when.condition());
                text.append(" THEN ");
                expression(when.value());
            }
            otherwise(choice.otherwise().orElse(null));
        } else {
            Expression.Switch choice = (Expression.Switch) expression;
            text.append("CASE ");
            expression(choice.operand());
            for (Expression.Match match : choice.matches()) {
                text.append(" WHEN ");
                expression(match.key());
                text.append(" THEN ");
                expression(match.value());
            }
            otherwise(choice.otherwise().orElse(null));
        }
    }

    private void otherwise(Expression otherwise) {
        if (otherwise != null) {
            text.append(" ELSE ");
            expression(otherwise);
        }
        text.append(" END");
    }

    private void signed(Expression.Signed signed) {
        text.append(signed.sign().symbol());
        operand(signed.operand(), signed.operand() instanceof Expression.Chain);
    }

    private void chain(Expression.Chain chain) {
        operand(chain.first(), chain.first() instanceof Expression.Chain inner && !tighter(inner, chain.rank()));
        for (Expression.Step step : chain.steps()) {
            text.append(' ').append(step.operator().symbol()).append(' ');
            operand(step.operand(), step.operand() instanceof Expression.Chain inner && !tighter(inner, chain.rank()));
        }
    }

    private static boolean tighter(Expression.Chain inner, Rank outer) {
        return inner.rank().compareTo(outer) > 0;
    }

    private void operand(Expression operand, boolean inParentheses) {
        // Two signs in a row would be a comment, or are no ADQL.
        if (inParentheses || (operand instanceof Expression.Signed && text.length() > 0 && endsBySign())) {
            parentheses(operand);
        } else {
            expression(operand);
        }
    }

    private boolean endsBySign() {
        char last = text.charAt(text.length() - 1);
        return last == '+' || last == '-' || last == '~';
    }

    void condition(Condition condition) {
        if (condition instanceof Condition.And and) {
            joined(and.conditions(), " AND ", false);
        } else if (condition instanceof Condition.Or or) {
            joined(or.conditions(), " OR ", true);
        } else if (condition instanceof Condition.Not not) {
            text.append("NOT ");
            enclosed(not.condition(), isJunction(not.condition()) || not.condition() instanceof Condition.Not);
        } else if (condition instanceof Condition.Exists exists) {
            text.append("EXISTS ");
            queries.nested(exists.query());
        } else {
            predicate(condition);
        }
    }

    private static boolean isJunction(Condition condition) {
        return condition instanceof Condition.And || condition instanceof Condition.Or;
    }

    private void joined(List<Condition> conditions, String word, boolean or) {
        String before = "";
        for (Condition part : conditions) {
            text.append(before);
            enclosed(part, part instanceof Condition.Or || (!or && part instanceof Condition.And));
            before = word;
        }
    }

    private void enclosed(Condition condition, boolean inParentheses) {
        text.append(inParentheses ? "(" : "");
        condition(condition);
        text.append(inParentheses ? ")" : "");
    }

    private void predicate(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            expression(comparison.left());
            text.append(' ').append(comparison.comparator().symbol()).append(' ');
            expression(comparison.right());
        } else if (condition instanceof Condition.Between between) {
            expression(between.operand());
            text.append(between.negated() ? " NOT BETWEEN " : " BETWEEN ");
            expression(between.low());
            text.append(" AND ");
            expression(between.high());
        } else if (condition instanceof Condition.InList in) {
            expression(in.operand());
            text.append(in.negated() ? " NOT IN (" : " IN (");
            list(in.members());
            text.append(')');
        } else if (condition instanceof Condition.InQuery in) {
            expression(in.operand());
            text.append(in.negated() ? " NOT IN " : " IN ");
            queries.nested(in.query());
        } else if (condition instanceof Condition.Like like) {
            expression(like.operand());
            text.append(like.negated() ? " NOT" : "").append(like.ignoringCase() ? " ILIKE " : " LIKE ");
            expression(like.pattern());
        } else {
            Condition.NullTest isNull = (Condition.NullTest) condition;
            expression(isNull.operand());
            text.append(isNull.negated() ? " IS NOT NULL" : " IS NULL");
        }
    }
}
