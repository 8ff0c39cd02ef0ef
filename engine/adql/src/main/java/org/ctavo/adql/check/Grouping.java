package org.ctavo.adql.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.ctavo.adql.checked.Test;
import org.ctavo.adql.checked.Value;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.tree.Span;

/**
 * Finds what is not the same for all rows of a group: columns of this SELECT that stand neither in GROUP BY nor inside
 * an aggregate function. For one SELECT.
 */
final class Grouping {
    private final Context context;
    private final List<Value> groups;
    private final Set<Integer> tables = new HashSet<>();
    private final List<Free> free = new ArrayList<>();
    private boolean aggregates;

    Grouping(Context context, Scope scope, List<Value> groups) {
        this.context = context;
        this.groups = groups;
        for (Source source : scope.sources()) {
            source.columns().stream().limit(1).forEach(column -> {
                if (column.value() instanceof Value.Column known) {
                    tables.add(known.table());
                }
            });
        }
    }

    /** A column outside of aggregates and groups, and where it was written. */
    private record Free(Value column, Span span) {}

    /** Notes what a value of the SELECT is made of. */
    void note(Value value, Span span) {
        if (groups.contains(value)) {
            return;
        }
        if (value instanceof Value.Aggregate
                || (value instanceof Value.DeclaredCall call
                        && call.function().declaration().aggregate())) {
            aggregates = true;
        } else if (value instanceof Value.Column column) {
            if (tables.contains(column.table())) {
                Span place = context.place(value);
                free.add(new Free(value, place.end() == 0 ? span : place));
            }
        } else {
            Parts.of(value).forEach(part -> note(part, span));
            Parts.testsOf(value).forEach(this::note);
        }
    }

    /** Notes what a condition of the SELECT is made of. */
    void note(Test test) {
        Parts.of(test).forEach(value -> note(value, Span.NONE));
        Parts.testsOf(test).forEach(this::note);
        // Of a query inside, only the columns that it takes from here.
        Parts.rowsOf(test)
                .ifPresent(rows -> Parts.everyValue(rows, value -> {
                    if (value instanceof Value.Column) {
                        note(value, Span.NONE);
                    }
                }));
    }

    /** Tells of all columns that are not the same in a group, if there are groups. */
    void check(boolean grouped) {
        if (!grouped && !aggregates) {
            return;
        }
        for (Free column : free) {
            String shown = context.shown(column.span());
            context.fault(
                    AdqlCode.NOT_GROUPED,
                    column.span(),
                    "`" + shown + "` is not the same for all rows of a group",
                    grouped
                            ? "add it to GROUP BY, or write MIN(" + shown + ")"
                            : "write GROUP BY " + shown + ", or MIN(" + shown + ")");
        }
    }
}
