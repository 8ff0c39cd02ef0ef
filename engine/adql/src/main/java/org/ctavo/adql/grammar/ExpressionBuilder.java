package org.ctavo.adql.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.fault.Faults;
import org.ctavo.adql.feature.Feature;
import org.ctavo.adql.tree.Condition;
import org.ctavo.adql.tree.Expression;
import org.ctavo.adql.tree.Identifier;
import org.ctavo.adql.tree.Operator;
import org.ctavo.adql.tree.Rank;
import org.ctavo.adql.tree.Sign;
import org.ctavo.adql.tree.Span;

/** Makes the tree of values; {@link CallBuilder} makes those of functions, {@link ConditionBuilder} conditions. */
final class ExpressionBuilder {
    private final TreeBuilder queries;
    private final Limits limits;
    private final Faults faults;
    private final ConditionBuilder conditions;
    private final CallBuilder calls;

    ExpressionBuilder(TreeBuilder queries, Limits limits, Faults faults) {
        this.queries = queries;
        this.limits = limits;
        this.faults = faults;
        this.conditions = new ConditionBuilder(queries, this, faults);
        this.calls = new CallBuilder(queries, this, faults);
    }

    Condition condition(AdqlParser.ExpressionContext context) {
        return conditions.condition(context);
    }

    /** The value that an expression must be. */
    Expression value(AdqlParser.ExpressionContext context) {
        AdqlParser.ConjunctionContext conjunction = context.conjunction(0);
        AdqlParser.NegationContext negation = conjunction.negation(0);
        AdqlParser.PredicateContext predicate = negation.predicate();
        if (context.conjunction().size() > 1
                || conjunction.negation().size() > 1
                || negation.NOT() != null
                || predicate.value() == null
                || predicate.comparison() != null) {
            conditions.condition(context);
            faults.add(
                    AdqlCode.VALUE_NEEDED,
                    TreeBuilder.span(context),
                    "this is a condition, but a value is needed here",
                    "ADQL has no truth values: conditions stand in WHERE, ON and HAVING only");
            return new Expression.NullLiteral(TreeBuilder.span(context));
        }
        return value(predicate.value());
    }

    Expression value(AdqlParser.ValueContext context) {
        List<AdqlParser.OperatorContext> signs = context.operator();
        List<AdqlParser.FactorContext> factors = context.factor();
        if (signs.isEmpty()) {
            return factor(factors.get(0));
        }
        if (signs.size() >= limits.terms()) {
            faults.add(
                    AdqlCode.TOO_MANY_TERMS,
                    TreeBuilder.span(context),
                    "this expression has more than " + limits.terms() + " terms",
                    "shorten it");
            return new Expression.NullLiteral(TreeBuilder.span(context));
        }
        List<Expression> operands = new ArrayList<>();
        List<Operator> operators = new ArrayList<>();
        factors.forEach(factor -> operands.add(factor(factor)));
        signs.forEach(sign -> operators.add(operator(sign)));
        return ranked(operands, operators, 0);
    }

    /** Groups operands by the rank of the operators between them, the loosest rank first. */
    private static Expression ranked(List<Expression> operands, List<Operator> operators, int from) {
        if (operators.isEmpty()) {
            return operands.get(0);
        }
        int loosest = from;
        while (!hasRank(operators, Rank.values()[loosest])) {
            loosest++;
        }
        Rank rank = Rank.values()[loosest];
        Expression first = null;
        List<Expression.Step> steps = new ArrayList<>();
        Operator before = null;
        int start = 0;
        for (int i = 0; i <= operators.size(); i++) {
            if (i == operators.size() || operators.get(i).rank() == rank) {
                Expression operand = ranked(operands.subList(start, i + 1), operators.subList(start, i), loosest + 1);
                if (before == null) {
                    first = operand;
                } else {
                    steps.add(new Expression.Step(before, operand));
                }
                before = i == operators.size() ? null : operators.get(i);
                start = i + 1;
            }
        }
        return chain(first, steps);
    }

    private static boolean hasRank(List<Operator> operators, Rank rank) {
        return operators.stream().anyMatch(operator -> operator.rank() == rank);
    }

    /** Parentheses around the first operands of a chain say nothing. */
    private static Expression chain(Expression first, List<Expression.Step> steps) {
        Span span = first.span().to(steps.get(steps.size() - 1).operand().span());
        if (first instanceof Expression.Chain inner
                && inner.rank() == steps.get(0).operator().rank()) {
            List<Expression.Step> all = new ArrayList<>(inner.steps());
            all.addAll(steps);
            return new Expression.Chain(inner.first(), all, span);
        }
        return new Expression.Chain(first, steps, span);
    }

    private Operator operator(AdqlParser.OperatorContext context) {
        Operator operator =
                switch (context.getStart().getType()) {
                    case AdqlParser.PLUS -> Operator.PLUS;
                    case AdqlParser.MINUS -> Operator.MINUS;
                    case AdqlParser.STAR -> Operator.TIMES;
                    case AdqlParser.SLASH -> Operator.DIVIDE;
                    case AdqlParser.AMPERSAND -> Operator.BIT_AND;
                    case AdqlParser.BAR -> Operator.BIT_OR;
                    case AdqlParser.CARET -> Operator.BIT_XOR;
                    default -> Operator.CONCATENATE;
                };
        if (operator.rank() != Rank.CONCATENATION && operator.rank() != Rank.SUM && operator.rank() != Rank.PRODUCT) {
            queries.need(Feature.BITWISE, "the bitwise operator " + operator.symbol(), TreeBuilder.span(context));
        }
        return operator;
    }

    private Expression factor(AdqlParser.FactorContext context) {
        Expression operand = primary(context.primary());
        Span span = TreeBuilder.span(context);
        if (context.PLUS() != null) {
            return new Expression.Signed(Sign.PLUS, operand, span);
        }
        if (context.MINUS() != null) {
            return new Expression.Signed(Sign.MINUS, operand, span);
        }
        if (context.TILDE() != null) {
            queries.need(
                    Feature.BITWISE,
                    "the bitwise operator ~",
                    TreeBuilder.span(context.TILDE().getSymbol()));
            return new Expression.Signed(Sign.BIT_NOT, operand, span);
        }
        return operand;
    }

    private Expression primary(AdqlParser.PrimaryContext context) {
        Span span = TreeBuilder.span(context);
        if (context instanceof AdqlParser.ColumnContext column) {
            return column(column, span);
        }
        if (context instanceof AdqlParser.NumberContext number) {
            return new Expression.NumberLiteral(number.getText(), span);
        }
        if (context instanceof AdqlParser.StringContext string) {
            return string(string, span);
        }
        if (context instanceof AdqlParser.ParenthesesContext parentheses) {
            return value(parentheses.expression());
        }
        if (context instanceof AdqlParser.CallContext call) {
            return calls.call(call, span);
        }
        if (context instanceof AdqlParser.AggregateContext aggregate) {
            return calls.aggregate(aggregate, span);
        }
        if (context instanceof AdqlParser.CastContext cast) {
            return calls.cast(cast, span);
        }
        if (context instanceof AdqlParser.CaseContext choice) {
            return calls.choice(choice, span);
        }
        if (context instanceof AdqlParser.HexadecimalContext number) {
            queries.need(Feature.HEXADECIMAL, "hexadecimal numbers", span);
            return new Expression.NumberLiteral(number.getText(), span);
        }
        if (context instanceof AdqlParser.ScalarQueryContext query) {
            queries.queryExpression(query.queryExpression());
            faults.add(
                    AdqlCode.NOT_ADQL,
                    TreeBuilder.span(query.LPAREN().getSymbol()),
                    "a query cannot be a value in ADQL",
                    "queries in parentheses stand in FROM, after IN and after EXISTS");
        }
        return new Expression.NullLiteral(span);
    }

    private Expression column(AdqlParser.ColumnContext context, Span span) {
        List<Identifier> parts = new ArrayList<>();
        for (AdqlParser.IdentifierContext part : context.identifier()) {
            parts.add(queries.identifier(part));
        }
        Identifier name = parts.remove(parts.size() - 1);
        return new Expression.ColumnReference(
                parts.isEmpty()
                        ? Optional.empty()
                        : Optional.of(queries.tableName(
                                parts,
                                parts.get(0)
                                        .span()
                                        .to(parts.get(parts.size() - 1).span()))),
                name,
                span);
    }

    /** A string may go on in the next line (SQL-92, section 5.3). */
    private Expression string(AdqlParser.StringContext context, Span span) {
        StringBuilder value = new StringBuilder();
        Token before = null;
        for (TerminalNode node : context.STRING()) {
            Token token = node.getSymbol();
            if (before != null && lastLine(before) == token.getLine()) {
                faults.add(
                        AdqlCode.SYNTAX,
                        TreeBuilder.span(token),
                        "two strings stand side by side",
                        "join them by ||, or write '' for an apostrophe inside a string");
            }
            String text = token.getText();
            value.append(text.substring(1, text.length() - 1).replace("''", "'"));
            before = token;
        }
        return new Expression.StringLiteral(value.toString(), span);
    }

    private static int lastLine(Token token) {
        return token.getLine()
                + (int) token.getText().chars().filter(c -> c == '\n').count();
    }

    /** What stands at a place, to be shown in a message. */
    static String shown(ParserRuleContext context) {
        String text = context.getStart()
                .getInputStream()
                .getText(Interval.of(
                        context.getStart().getStartIndex(), context.getStop().getStopIndex()));
        return text.length() > 60 ? text.substring(0, 59) + "…" : text;
    }
}
