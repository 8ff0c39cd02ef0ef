package org.ctavo.adql.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import org.antlr.v4.runtime.Token;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.fault.Faults;
import org.ctavo.adql.tree.Identifier;
import org.ctavo.adql.tree.QueryBody;
import org.ctavo.adql.tree.QueryExpression;
import org.ctavo.adql.tree.SelectItem;
import org.ctavo.adql.tree.Span;
import org.ctavo.adql.tree.TableReference;
import org.ctavo.adql.tree.TableReference.JoinMatch;
import org.ctavo.adql.tree.TableReference.JoinStep;
import org.ctavo.adql.tree.TableReference.JoinType;

/** Makes the tree of what stands in FROM. */
final class TableBuilder {
    private final TreeBuilder queries;
    private final ExpressionBuilder expressions;
    private final Limits limits;
    private final Faults faults;

    TableBuilder(TreeBuilder queries, ExpressionBuilder expressions, Limits limits, Faults faults) {
        this.queries = queries;
        this.limits = limits;
        this.expressions = expressions;
        this.faults = faults;
    }

    List<TableReference> references(List<AdqlParser.TableReferenceContext> contexts) {
        if (contexts.size() > limits.tables()) {
            faults.add(
                    AdqlCode.TOO_MANY_TERMS,
                    TreeBuilder.span(contexts.get(limits.tables())),
                    "this FROM has more than " + limits.tables() + " tables",
                    "send several queries");
            throw faults.exception();
        }
        List<TableReference> references = new ArrayList<>();
        contexts.forEach(context -> references.add(reference(context)));
        return references;
    }

    private TableReference reference(AdqlParser.TableReferenceContext context) {
        TableReference first = primary(context.tablePrimary());
        if (context.join().isEmpty()) {
            return first;
        }
        List<JoinStep> steps = new ArrayList<>();
        if (first instanceof TableReference.Joined joined) {
            first = joined.first();
            steps.addAll(joined.steps());
        }
        context.join().forEach(join -> steps.add(join(join)));
        return new TableReference.Joined(first, steps, TreeBuilder.span(context));
    }

    private JoinStep join(AdqlParser.JoinContext context) {
        Span span = TreeBuilder.span(context);
        TableReference table =
                context.tablePrimary() != null ? primary(context.tablePrimary()) : reference(context.tableReference());
        if (context.CROSS() != null) {
            faults.add(
                    AdqlCode.NOT_ADQL,
                    TreeBuilder.span(context.CROSS().getSymbol()),
                    "ADQL has no CROSS JOIN",
                    "write a comma between the tables");
            return new JoinStep(JoinType.INNER, table, new TableReference.Natural(), span);
        }
        return new JoinStep(joinType(context.joinType()), table, match(context), span);
    }

    private static JoinType joinType(AdqlParser.JoinTypeContext context) {
        if (context == null || context.INNER() != null) {
            return JoinType.INNER;
        }
        return context.LEFT() != null ? JoinType.LEFT : context.RIGHT() != null ? JoinType.RIGHT : JoinType.FULL;
    }

    private JoinMatch match(AdqlParser.JoinContext join) {
        AdqlParser.JoinMatchContext context = join.joinMatch();
        if (join.NATURAL() != null) {
            if (context != null) {
                faults.add(
                        AdqlCode.SYNTAX,
                        TreeBuilder.span(context.getStart()),
                        "a NATURAL JOIN has no " + context.getStart().getText().toUpperCase(Locale.ROOT),
                        "leave out one of the two");
            }
            return new TableReference.Natural();
        }
        if (context == null) {
            faults.add(
                    AdqlCode.SYNTAX,
                    TreeBuilder.span(join.JOIN().getSymbol()),
                    "this JOIN does not say which rows go together",
                    "add ON or USING, or write NATURAL JOIN");
            return new TableReference.Natural();
        }
        if (context.ON() != null) {
            return new TableReference.On(expressions.condition(context.expression()));
        }
        return new TableReference.Using(
                context.identifier().stream().map(queries::identifier).toList());
    }

    private TableReference primary(AdqlParser.TablePrimaryContext context) {
        Span span = TreeBuilder.span(context);
        Optional<Identifier> alias = Optional.ofNullable(context.alias()).map(a -> queries.identifier(a.identifier()));
        if (context.tableName() != null) {
            return new TableReference.NamedTable(queries.tableName(context.tableName()), alias, span);
        }
        if (context.tableReference() != null) {
            return parentheses(context.tableReference(), alias, span);
        }
        QueryExpression query = queries.queryExpression(context.queryExpression());
        if (alias.isEmpty()) {
            Token last = context.getStop();
            faults.add(
                    AdqlCode.SYNTAX,
                    TreeBuilder.span(last),
                    "a query in FROM needs a name",
                    "write AS and a name after the parenthesis");
        }
        return new TableReference.DerivedTable(query, alias.orElse(Identifier.regular("unnamed")), span);
    }

    /** Only joins stand in parentheses; with a name they are a query of all their columns. */
    private TableReference parentheses(
            AdqlParser.TableReferenceContext context, Optional<Identifier> alias, Span span) {
        TableReference inner = reference(context);
        if (!(inner instanceof TableReference.Joined)) {
            faults.add(
                    AdqlCode.SYNTAX,
                    span,
                    "a single table does not stand in parentheses",
                    "leave them out, or write (SELECT * FROM …) AS and a name");
        } else if (alias.isPresent()) {
            QueryBody all = new QueryBody.Select(
                    QueryBody.Quantifier.UNSAID,
                    OptionalLong.empty(),
                    List.of(new SelectItem.AllColumns(span)),
                    List.of(inner),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    span);
            QueryExpression query = QueryExpression.of(all, List.of(), OptionalLong.empty(), span);
            return new TableReference.DerivedTable(query, alias.get(), span);
        }
        return inner;
    }
}
