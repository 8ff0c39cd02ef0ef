package org.ctavo.adql.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.ctavo.adql.checked.CheckedQuery;
import org.ctavo.adql.checked.Output;
import org.ctavo.adql.fault.Faults;
import org.ctavo.adql.fault.SourceText;
import org.ctavo.adql.function.FunctionCatalogue;
import org.ctavo.adql.metadata.Metadata;
import org.ctavo.adql.tree.Query;
import org.ctavo.spi.ColumnDescription;

/** Checks queries. Immutable and safe for use by any number of threads. */
public final class Checker {
    private final FunctionCatalogue functions;
    private final UnitConverter units;

    /** A checker that knows these functions and units. */
    public Checker(FunctionCatalogue functions, UnitConverter units) {
        this.functions = functions;
        this.units = units;
    }

    /**
     * Checks a query against the tables there are.
     *
     * @param text the query as written
     * @param query its tree
     * @param metadata the tables there are
     * @param faults what is wrong so far; all that is found is added to it
     * @throws org.ctavo.adql.fault.AdqlException with all faults, if there are any
     */
    public CheckedQuery check(String text, Query query, Metadata metadata, Faults faults) {
        Context context = context(text, Optional.of(metadata), faults);
        QueryChecker checker = new QueryChecker(context);
        QueryChecker.Result result = checker.query(query);
        faults.throwIfAny();
        return new CheckedQuery(
                text, query, result.with(), result.rows(), columns(result.rows().outputs()));
    }

    /**
     * Checks what can be told without knowing any table: the forms of functions and the types of what is written out. A
     * function that is not declared passes if none is declared.
     *
     * @param text the query as written
     * @param query its tree
     * @param faults what is wrong so far; all that is found is added to it
     * @throws org.ctavo.adql.fault.AdqlException with all faults, if there are any
     */
    public void checkForms(String text, Query query, Faults faults) {
        new QueryChecker(context(text, Optional.empty(), faults)).query(query);
        faults.throwIfAny();
    }

    private Context context(String text, Optional<Metadata> metadata, Faults faults) {
        return new Context(new SourceText(text), faults, metadata, functions, units);
    }

    /** Result columns have names that differ even for those who do not tell case. */
    private static List<ColumnDescription> columns(List<Output> outputs) {
        Set<String> taken = new HashSet<>();
        List<ColumnDescription> columns = new ArrayList<>();
        for (Output output : outputs) {
            ColumnDescription column = output.description();
            String name = column.name();
            for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
                name = column.name() + "_" + n;
            }
            columns.add(name.equals(column.name()) ? column : column.named(name));
        }
        return columns;
    }
}
