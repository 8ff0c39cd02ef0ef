package org.ctavo.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.ctavo.adql.checked.Rows;
import org.ctavo.adql.checked.Table;
import org.ctavo.adql.checked.Test;
import org.ctavo.adql.checked.Value;

/** What values and tests are made of, one step down; and, apart, what queries hold in all their depth. */
final class Parts {
    private Parts() {}

    /** The values that a value is made of. */
    static List<Value> of(Value value) {
        if (value instanceof Value.Merged merged) {
            return merged.columns();
        }
        if (value instanceof Value.Signed signed) {
            return List.of(signed.operand());
        }
        if (value instanceof Value.Call call) {
            return call.arguments();
        }
        if (value instanceof Value.DeclaredCall call) {
            return call.arguments();
        }
        if (value instanceof Value.Aggregate aggregate) {
            return aggregate.argument().map(List::of).orElse(List.of());
        }
        if (value instanceof Value.Cast cast) {
            return List.of(cast.operand());
        }
        if (value instanceof Value.InUnit inUnit) {
            return List.of(inUnit.operand());
        }
        List<Value> parts = new ArrayList<>();
        if (value instanceof Value.Chain chain) {
            parts.add(chain.first());
            chain.steps().forEach(step -> parts.add(step.operand()));
        } else if (value instanceof Value.Case choice) {
            choice.whens().forEach(when -> parts.add(when.value()));
            choice.otherwise().ifPresent(parts::add);
        } else if (value instanceof Value.Switch choice) {
            parts.add(choice.operand());
            choice.matches().forEach(match -> {
                parts.add(match.key());
                parts.add(match.value());
            });
            choice.otherwise().ifPresent(parts::add);
        }
        return parts;
    }

    /** All values in a query, however deep, and in the queries inside it. */
    static void everyValue(Rows rows, Consumer<Value> consumer) {
        rows.orderBy().forEach(key -> {
            if (key instanceof Rows.ByValue sorted) {
                everyValue(sorted.value(), consumer);
            }
        });
        everyValue(rows.body(), consumer);
    }

    private static void everyValue(Rows.Body body, Consumer<Value> consumer) {
        if (body instanceof Rows.Nested nested) {
            everyValue(nested.rows(), consumer);
        } else if (body instanceof Rows.SetChain chain) {
            everyValue(chain.first(), consumer);
            chain.steps().forEach(step -> everyValue(step.operand(), consumer));
        } else {
            Rows.Select select = (Rows.Select) body;
            select.items().forEach(item -> everyValue(item.value(), consumer));
            select.from().forEach(table -> everyValue(table, consumer));
            select.where().ifPresent(test -> everyValue(test, consumer));
            select.groupBy().forEach(value -> everyValue(value, consumer));
            select.having().ifPresent(test -> everyValue(test, consumer));
        }
    }

    private static void everyValue(Table table, Consumer<Value> consumer) {
        if (table instanceof Table.Join join) {
            everyValue(join.left(), consumer);
            everyValue(join.right(), consumer);
            join.condition().ifPresent(test -> everyValue(test, consumer));
        } else if (table instanceof Table.Derived derived) {
            everyValue(derived.rows(), consumer);
        }
    }

    private static void everyValue(Test test, Consumer<Value> consumer) {
        of(test).forEach(value -> everyValue(value, consumer));
        testsOf(test).forEach(inner -> everyValue(inner, consumer));
        rowsOf(test).ifPresent(rows -> everyValue(rows, consumer));
    }

    private static void everyValue(Value value, Consumer<Value> consumer) {
        consumer.accept(value);
        of(value).forEach(part -> everyValue(part, consumer));
        testsOf(value).forEach(test -> everyValue(test, consumer));
    }

    /** The query inside a test. */
    static Optional<Rows> rowsOf(Test test) {
        if (test instanceof Test.Exists exists) {
            return Optional.of(exists.rows());
        }
        return test instanceof Test.InQuery in ? Optional.of(in.rows()) : Optional.empty();
    }

    /** The tests that a value is made of. */
    static List<Test> testsOf(Value value) {
        return value instanceof Value.Case choice
                ? choice.whens().stream().map(Value.When::test).toList()
                : List.of();
    }

    /** The values that a test is made of. */
    static List<Value> of(Test test) {
        if (test instanceof Test.Comparison comparison) {
            return List.of(comparison.left(), comparison.right());
        }
        if (test instanceof Test.Between between) {
            return List.of(between.operand(), between.low(), between.high());
        }
        if (test instanceof Test.InList in) {
            List<Value> values = new ArrayList<>(in.members());
            values.add(in.operand());
            return values;
        }
        if (test instanceof Test.InQuery in) {
            return List.of(in.operand());
        }
        if (test instanceof Test.Like like) {
            return List.of(like.operand(), like.pattern());
        }
        return test instanceof Test.NullTest isNull ? List.of(isNull.operand()) : List.of();
    }

    /** The tests that a test is made of. */
    static List<Test> testsOf(Test test) {
        if (test instanceof Test.And and) {
            return and.tests();
        }
        if (test instanceof Test.Or or) {
            return or.tests();
        }
        return test instanceof Test.Not not ? List.of(not.test()) : List.of();
    }
}
