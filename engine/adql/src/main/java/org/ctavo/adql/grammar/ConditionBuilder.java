package org.ctavo.adql.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.fault.Faults;
import org.ctavo.adql.feature.Feature;
import org.ctavo.adql.tree.Comparator;
import org.ctavo.adql.tree.Condition;
import org.ctavo.adql.tree.Expression;
import org.ctavo.adql.tree.Span;

/** Makes the tree of conditions. */
final class ConditionBuilder {
    /** Functions that say yes or no, but by 1 and 0. */
    private static final Set<String> QUESTIONS = Set.of("CONTAINS", "INTERSECTS");

    private final TreeBuilder queries;
    private final ExpressionBuilder expressions;
    private final Faults faults;

    ConditionBuilder(TreeBuilder queries, ExpressionBuilder expressions, Faults faults) {
        this.queries = queries;
        this.expressions = expressions;
        this.faults = faults;
    }

    /** The condition that an expression must be. */
    Condition condition(AdqlParser.ExpressionContext context) {
        if (context.conjunction().size() == 1) {
            return conjunction(context.conjunction(0));
        }
        List<Condition> conditions = new ArrayList<>();
        for (AdqlParser.ConjunctionContext part : context.conjunction()) {
            Condition condition = conjunction(part);
            // Parentheses inside a chain of the same kind say nothing.
            if (condition instanceof Condition.Or or) {
                conditions.addAll(or.conditions());
            } else {
                conditions.add(condition);
            }
        }
        return new Condition.Or(conditions, TreeBuilder.span(context));
    }

    private Condition conjunction(AdqlParser.ConjunctionContext context) {
        if (context.negation().size() == 1) {
            return negation(context.negation(0));
        }
        List<Condition> conditions = new ArrayList<>();
        for (AdqlParser.NegationContext part : context.negation()) {
            Condition condition = negation(part);
            if (condition instanceof Condition.And and) {
                conditions.addAll(and.conditions());
            } else {
                conditions.add(condition);
            }
        }
        return new Condition.And(conditions, TreeBuilder.span(context));
    }

    private Condition negation(AdqlParser.NegationContext context) {
        Condition condition = predicate(context.predicate());
        return context.NOT() == null ? condition : new Condition.Not(condition, TreeBuilder.span(context));
    }

    private Condition predicate(AdqlParser.PredicateContext context) {
        Span span = TreeBuilder.span(context);
        if (context.EXISTS() != null) {
            return new Condition.Exists(queries.queryExpression(context.queryExpression()), span);
        }
        if (context.comparison() == null) {
            return alone(context.value());
        }
        return comparison(expressions.value(context.value()), context.comparison(), span);
    }

    private Condition alone(AdqlParser.ValueContext context) {
        if (context.operator().isEmpty()
                && context.factor(0).primary() instanceof AdqlParser.ParenthesesContext parentheses
                && context.factor(0).getStart() == parentheses.getStart()) {
            return condition(parentheses.expression());
        }
        Expression value = expressions.value(context);
        Span span = TreeBuilder.span(context);
        String shown = ExpressionBuilder.shown(context);
        String remedy = "compare it with something, as in " + shown + " > 0";
        if (value instanceof Expression.FunctionCall call && QUESTIONS.contains(call.upperName())) {
            remedy = call.upperName() + " gives 1 for yes and 0 for no: write 1 = " + shown;
        } else if (shown.toUpperCase(Locale.ROOT).equals("TRUE")
                || shown.toUpperCase(Locale.ROOT).equals("FALSE")) {
            remedy = "ADQL has no truth values: write 1 = 1 or 1 = 0";
        }
        faults.add(
                AdqlCode.CONDITION_NEEDED, span, "`" + shown + "` is a value, but a condition is needed here", remedy);
        return new Condition.NullTest(value, false, span);
    }

    private Condition comparison(Expression operand, AdqlParser.ComparisonContext context, Span span) {
        if (context instanceof AdqlParser.CompareContext compare) {
            return new Condition.Comparison(
                    comparator(compare.comparator()), operand, expressions.value(compare.value()), span);
        }
        if (context instanceof AdqlParser.BetweenContext between) {
            return new Condition.Between(
                    operand,
                    between.NOT() != null,
                    expressions.value(between.value(0)),
                    expressions.value(between.value(1)),
                    span);
        }
        if (context instanceof AdqlParser.InQueryContext in) {
            return new Condition.InQuery(
                    operand, in.NOT() != null, queries.queryExpression(in.queryExpression()), span);
        }
        if (context instanceof AdqlParser.InListContext in) {
            List<Expression> members = new ArrayList<>();
            in.expression().forEach(member -> members.add(expressions.value(member)));
            return new Condition.InList(operand, in.NOT() != null, members, span);
        }
        if (context instanceof AdqlParser.LikeContext like) {
            if (like.ILIKE() != null) {
                queries.need(
                        Feature.ILIKE, "ILIKE", TreeBuilder.span(like.ILIKE().getSymbol()));
            }
            return new Condition.Like(
                    operand, like.NOT() != null, like.ILIKE() != null, expressions.value(like.value()), span);
        }
        return new Condition.NullTest(operand, ((AdqlParser.NullTestContext) context).NOT() != null, span);
    }

    private static Comparator comparator(AdqlParser.ComparatorContext context) {
        return switch (context.getStart().getType()) {
            case AdqlParser.EQUAL -> Comparator.EQUAL;
            case AdqlParser.NOT_EQUAL -> Comparator.NOT_EQUAL;
            case AdqlParser.LESS -> Comparator.LESS;
            case AdqlParser.LESS_OR_EQUAL -> Comparator.LESS_OR_EQUAL;
            case AdqlParser.GREATER -> Comparator.GREATER;
            default -> Comparator.GREATER_OR_EQUAL;
        };
    }
}
