package org.ctavo.adql.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.fault.Faults;
import org.ctavo.adql.feature.Feature;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.tree.Expression;
import org.ctavo.adql.tree.Identifier;
import org.ctavo.adql.tree.Query;
import org.ctavo.adql.tree.QueryBody;
import org.ctavo.adql.tree.QueryBody.Quantifier;
import org.ctavo.adql.tree.QueryBody.SetOperator;
import org.ctavo.adql.tree.QueryExpression;
import org.ctavo.adql.tree.SelectItem;
import org.ctavo.adql.tree.Span;
import org.ctavo.adql.tree.TableName;

/**
 * Makes the tree of what the grammar has read: of queries here, of values and conditions in {@link ExpressionBuilder},
 * of tables in {@link TableBuilder}. Tells what is well-formed but not ADQL, or not offered.
 */
final class TreeBuilder {
    private static final Set<String> TRUTHS = Set.of("TRUE", "FALSE", "UNKNOWN");

    private final FeatureSet features;
    private final Faults faults;
    private final ExpressionBuilder expressions;
    private final TableBuilder tables;

    TreeBuilder(FeatureSet features, Limits limits, Faults faults) {
        this.features = features;
        this.faults = faults;
        this.expressions = new ExpressionBuilder(this, limits, faults);
        this.tables = new TableBuilder(this, expressions, limits, faults);
    }

    static Span span(ParserRuleContext context) {
        Token stop = context.getStop() == null ? context.getStart() : context.getStop();
        return new Span(context.getStart().getStartIndex(), stop.getStopIndex() + 1);
    }

    static Span span(Token token) {
        return new Span(token.getStartIndex(), token.getStopIndex() + 1);
    }

    /** Tells if a feature that was used is off. */
    void need(Feature feature, String what, Span span) {
        if (!features.has(feature)) {
            faults.add(AdqlCode.FEATURE_OFF, span, "this service does not offer " + what);
        }
    }

    Query query(AdqlParser.QueryContext context) {
        List<Query.CommonTable> with = new ArrayList<>();
        if (context.WITH() != null) {
            need(Feature.WITH, "WITH", span(context.WITH().getSymbol()));
            for (AdqlParser.CommonTableContext table : context.commonTable()) {
                with.add(new Query.CommonTable(
                        identifier(table.identifier()), queryExpression(table.queryExpression()), span(table)));
            }
        }
        if (context.SEMICOLON() != null) {
            need(
                    Feature.SEMICOLON,
                    "a semicolon at the end",
                    span(context.SEMICOLON().getSymbol()));
        }
        return new Query(with, queryExpression(context.queryExpression()), span(context.queryExpression()));
    }

    QueryExpression queryExpression(AdqlParser.QueryExpressionContext context) {
        List<QueryExpression.SortKey> keys = new ArrayList<>();
        for (AdqlParser.SortKeyContext key : context.sortKey()) {
            keys.add(sortKey(key));
        }
        OptionalLong offset = OptionalLong.empty();
        if (context.OFFSET() != null) {
            need(Feature.OFFSET, "OFFSET", span(context.OFFSET().getSymbol()));
            offset = wholeNumber(context.NUMBER().getSymbol(), "OFFSET");
        }
        return QueryExpression.of(setExpression(context.setExpression()), keys, offset, span(context));
    }

    private QueryExpression.SortKey sortKey(AdqlParser.SortKeyContext context) {
        QueryExpression.Direction direction = context.ASC() != null
                ? QueryExpression.Direction.ASC
                : context.DESC() != null ? QueryExpression.Direction.DESC : QueryExpression.Direction.UNSAID;
        Expression expression = expressions.value(context.expression());
        QueryExpression.Key key = new QueryExpression.Sorted(expression);
        // Only a bare number is a position; (1) and +1 are values.
        if (expression instanceof Expression.NumberLiteral number
                && context.expression().getStart() == context.expression().getStop()) {
            if (number.isInteger() && !number.isHexadecimal() && number.text().length() < 10) {
                key = new QueryExpression.Position(Long.parseLong(number.text()));
            } else {
                faults.add(
                        AdqlCode.BAD_SORT_KEY,
                        span(context),
                        "`" + number.text() + "` is not the number of a result column",
                        "ORDER BY takes names, values, and whole numbers from 1");
            }
        }
        return new QueryExpression.SortKey(key, direction, span(context));
    }

    private QueryBody setExpression(AdqlParser.SetExpressionContext context) {
        QueryBody first = setTerm(context.setTerm(0));
        if (context.setOperator().isEmpty()) {
            return first;
        }
        List<QueryBody.SetStep> steps = new ArrayList<>();
        for (int i = 0; i < context.setOperator().size(); i++) {
            AdqlParser.SetOperatorContext operator = context.setOperator(i);
            boolean union = operator.UNION() != null;
            need(union ? Feature.UNION : Feature.EXCEPT, union ? "UNION" : "EXCEPT", span(operator));
            steps.add(new QueryBody.SetStep(
                    union ? SetOperator.UNION : SetOperator.EXCEPT,
                    operator.ALL() != null,
                    setTerm(context.setTerm(i + 1))));
        }
        return flat(first, steps, span(context));
    }

    private QueryBody setTerm(AdqlParser.SetTermContext context) {
        QueryBody first = setPrimary(context.setPrimary(0));
        if (context.intersect().isEmpty()) {
            return first;
        }
        List<QueryBody.SetStep> steps = new ArrayList<>();
        for (int i = 0; i < context.intersect().size(); i++) {
            AdqlParser.IntersectContext operator = context.intersect(i);
            need(Feature.INTERSECT, "INTERSECT", span(operator));
            steps.add(new QueryBody.SetStep(
                    SetOperator.INTERSECT, operator.ALL() != null, setPrimary(context.setPrimary(i + 1))));
        }
        return flat(first, steps, span(context));
    }

    /** Parentheses around the first operands of a chain say nothing. */
    private static QueryBody flat(QueryBody first, List<QueryBody.SetStep> steps, Span span) {
        if (first instanceof QueryBody.SetChain chain
                && isIntersect(chain.steps().get(0)) == isIntersect(steps.get(0))) {
            List<QueryBody.SetStep> all = new ArrayList<>(chain.steps());
            all.addAll(steps);
            return new QueryBody.SetChain(chain.first(), all, span);
        }
        return new QueryBody.SetChain(first, steps, span);
    }

    private static boolean isIntersect(QueryBody.SetStep step) {
        return step.operator() == SetOperator.INTERSECT;
    }

    private QueryBody setPrimary(AdqlParser.SetPrimaryContext context) {
        if (context.select() != null) {
            return select(context.select());
        }
        return QueryBody.Nested.of(queryExpression(context.queryExpression()), span(context));
    }

    private QueryBody select(AdqlParser.SelectContext context) {
        Quantifier quantifier = context.ALL() != null
                ? Quantifier.ALL
                : context.DISTINCT() != null ? Quantifier.DISTINCT : Quantifier.UNSAID;
        OptionalLong top = context.TOP() == null
                ? OptionalLong.empty()
                : wholeNumber(context.NUMBER().getSymbol(), "TOP");
        List<SelectItem> items = new ArrayList<>();
        List<AdqlParser.SelectItemContext> written = context.selectItem();
        for (AdqlParser.SelectItemContext item : written) {
            items.add(selectItem(item, written.size()));
        }
        if (context.from() == null) {
            faults.add(
                    AdqlCode.NOT_ADQL,
                    span(context.SELECT().getSymbol()),
                    "this SELECT names no table",
                    "every SELECT needs a FROM");
        }
        List<Expression> groups = new ArrayList<>();
        if (context.groupBy() != null) {
            context.groupBy().expression().forEach(group -> groups.add(expressions.value(group)));
        }
        return new QueryBody.Select(
                quantifier,
                top,
                items,
                context.from() == null
                        ? List.of()
                        : tables.references(context.from().tableReference()),
                Optional.ofNullable(context.where()).map(where -> expressions.condition(where.expression())),
                groups,
                Optional.ofNullable(context.having()).map(having -> expressions.condition(having.expression())),
                span(context));
    }

    private SelectItem selectItem(AdqlParser.SelectItemContext context, int items) {
        Span span = span(context);
        if (context.tableName() != null) {
            return new SelectItem.AllColumnsOf(tableName(context.tableName()), span);
        }
        if (context.STAR() != null) {
            if (items > 1) {
                need(Feature.STAR_AMONG_COLUMNS, "* among other columns: * stands alone or as table.*", span);
            }
            return new SelectItem.AllColumns(span);
        }
        return new SelectItem.Item(
                expressions.value(context.expression()),
                Optional.ofNullable(context.alias()).map(alias -> identifier(alias.identifier())),
                span);
    }

    TableName tableName(AdqlParser.TableNameContext context) {
        List<Identifier> parts = new ArrayList<>();
        for (AdqlParser.IdentifierContext part : context.identifier()) {
            parts.add(identifier(part));
        }
        return tableName(parts, span(context));
    }

    TableName tableName(List<Identifier> parts, Span span) {
        if (parts.size() > 3) {
            faults.add(
                    AdqlCode.SYNTAX, span, "this name has too many parts", "a table is catalog.schema.table at most");
            return new TableName(parts.subList(parts.size() - 3, parts.size()), span);
        }
        return new TableName(parts, span);
    }

    Identifier identifier(AdqlParser.IdentifierContext context) {
        return identifier(context.getStart());
    }

    Identifier identifier(Token token) {
        String text = token.getText();
        Span span = span(token);
        if (token.getType() == AdqlParser.DELIMITED) {
            return new Identifier(text.substring(1, text.length() - 1).replace("\"\"", "\""), true, span);
        }
        if (token.getType() != AdqlParser.WORD && !text.startsWith("_")) {
            faults.add(
                    AdqlCode.RESERVED_WORD,
                    span,
                    "`" + text + "` is a reserved word",
                    TRUTHS.contains(text.toUpperCase(Locale.ROOT))
                            ? "ADQL has no truth values: compare with 1 or 0"
                            : "to use it as a name write \"" + text + "\"");
        }
        return new Identifier(text, false, span);
    }

    /** An unsigned whole number that fits into 64 bits. */
    OptionalLong wholeNumber(Token token, String where) {
        String text = token.getText();
        if (!text.chars().allMatch(Character::isDigit)) {
            faults.add(
                    AdqlCode.BAD_NUMBER,
                    span(token),
                    "`" + shown(text) + "` is not a whole number",
                    where + " takes digits only");
            return OptionalLong.of(0);
        }
        if (text.length() > 18 && (text.length() > 19 || text.compareTo(String.valueOf(Long.MAX_VALUE)) > 0)) {
            faults.add(
                    AdqlCode.OUT_OF_RANGE,
                    span(token),
                    "`" + shown(text) + "` is too large",
                    where + " takes at most " + Long.MAX_VALUE);
            return OptionalLong.of(0);
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 39) + "…" : text;
    }
}
