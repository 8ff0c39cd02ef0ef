package org.ctavo.adql.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.fault.Faults;
import org.ctavo.adql.feature.Feature;
import org.ctavo.adql.tree.AggregateFunction;
import org.ctavo.adql.tree.CastTarget;
import org.ctavo.adql.tree.Expression;
import org.ctavo.adql.tree.Identifier;
import org.ctavo.adql.tree.QueryBody.Quantifier;
import org.ctavo.adql.tree.Span;

/** Makes the tree of calls, casts and CASE. */
final class CallBuilder {
    private final TreeBuilder queries;
    private final ExpressionBuilder expressions;
    private final Faults faults;

    CallBuilder(TreeBuilder queries, ExpressionBuilder expressions, Faults faults) {
        this.queries = queries;
        this.expressions = expressions;
        this.faults = faults;
    }

    Expression call(AdqlParser.CallContext context, Span span) {
        Token token = context.functionName().getStart();
        if (token.getType() == AdqlParser.DELIMITED) {
            faults.add(
                    AdqlCode.SYNTAX,
                    TreeBuilder.span(token),
                    "the name of a function is not written between quotation marks");
        }
        List<Expression> arguments = new ArrayList<>();
        context.expression().forEach(argument -> arguments.add(expressions.value(argument)));
        return new Expression.FunctionCall(
                new Identifier(token.getText(), false, TreeBuilder.span(token)), arguments, span);
    }

    Expression aggregate(AdqlParser.AggregateContext context, Span span) {
        AggregateFunction function =
                AggregateFunction.valueOf(context.AGGREGATE().getText().toUpperCase(Locale.ROOT));
        if (context.STAR() != null && function != AggregateFunction.COUNT) {
            faults.add(
                    AdqlCode.WRONG_ARGUMENTS,
                    TreeBuilder.span(context.STAR().getSymbol()),
                    function + " takes a value",
                    "only COUNT takes *");
        }
        Quantifier quantifier = context.ALL() != null
                ? Quantifier.ALL
                : context.DISTINCT() != null ? Quantifier.DISTINCT : Quantifier.UNSAID;
        return new Expression.Aggregate(
                function, quantifier, Optional.ofNullable(context.expression()).map(expressions::value), span);
    }

    Expression cast(AdqlParser.CastContext context, Span span) {
        queries.need(Feature.CAST, "CAST", TreeBuilder.span(context.CAST().getSymbol()));
        AdqlParser.CastTypeContext type = context.castType();
        Expression operand = expressions.value(context.expression());
        String written = type.children.stream()
                .filter(TerminalNode.class::isInstance)
                .map(TerminalNode.class::cast)
                .takeWhile(node -> node.getSymbol().getType() != AdqlParser.LPAREN)
                .map(node -> node.getText().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        Optional<CastTarget> target = Arrays.stream(CastTarget.values())
                .filter(t -> t.written().equals(written))
                .findFirst();
        if (target.isEmpty()) {
            String all =
                    Arrays.stream(CastTarget.values()).map(CastTarget::written).collect(Collectors.joining(", "));
            faults.add(
                    AdqlCode.WRONG_TYPE,
                    TreeBuilder.span(type),
                    "`" + type.getStart().getText() + "` is not a type one can cast to",
                    "the types are " + all);
            return new Expression.NullLiteral(span);
        }
        return new Expression.Cast(operand, target.get(), length(type, target.get()), span);
    }

    private OptionalInt length(AdqlParser.CastTypeContext type, CastTarget target) {
        if (type.NUMBER() == null) {
            return OptionalInt.empty();
        }
        Token token = type.NUMBER().getSymbol();
        long length = queries.wholeNumber(token, "a length").orElse(0);
        if (!target.hasLength()) {
            faults.add(AdqlCode.WRONG_TYPE, TreeBuilder.span(type), target.written() + " has no length");
        } else if (length < 1 || length > 10_000_000) {
            faults.add(
                    AdqlCode.OUT_OF_RANGE,
                    TreeBuilder.span(token),
                    "a length of " + token.getText() + " characters is not possible",
                    "write 1 to 10000000");
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) length);
    }

    Expression choice(AdqlParser.CaseContext context, Span span) {
        queries.need(Feature.CASE, "CASE", TreeBuilder.span(context.CASE().getSymbol()));
        List<AdqlParser.ExpressionContext> around = context.expression();
        Optional<Expression> otherwise = context.ELSE() == null
                ? Optional.empty()
                : Optional.of(expressions.value(around.get(around.size() - 1)));
        boolean hasOperand = around.size() > (context.ELSE() == null ? 0 : 1);
        if (hasOperand) {
            List<Expression.Match> matches = new ArrayList<>();
            context.when()
                    .forEach(when -> matches.add(new Expression.Match(
                            expressions.value(when.expression(0)), expressions.value(when.expression(1)))));
            return new Expression.Switch(expressions.value(around.get(0)), matches, otherwise, span);
        }
        List<Expression.When> whens = new ArrayList<>();
        context.when()
                .forEach(when -> whens.add(new Expression.When(
                        expressions.condition(when.expression(0)), expressions.value(when.expression(1)))));
        return new Expression.Case(whens, otherwise, span);
    }
}
