package org.ctavo.adql.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

import org.ctavo.adql.checked.Value;
import org.ctavo.adql.fault.AdqlCode;
import org.ctavo.adql.fault.Faults;
import org.ctavo.adql.fault.SourceText;
import org.ctavo.adql.function.FunctionCatalogue;
import org.ctavo.adql.metadata.Metadata;
import org.ctavo.adql.tree.Span;

/** What the parts of the checker share while they check one query. */
final class Context {
    private final SourceText text;
    private final Faults faults;
    private final Optional<Metadata> metadata;
    private final FunctionCatalogue functions;
    private final UnitConverter units;
    private final List<CommonTableSource> commonTables = new ArrayList<>();
    private final IdentityHashMap<Value, Span> columns = new IdentityHashMap<>();
    private int occurrences;

    Context(
            SourceText text,
            Faults faults,
            Optional<Metadata> metadata,
            FunctionCatalogue functions,
            UnitConverter units) {
        this.text = text;
        this.faults = faults;
        this.metadata = metadata;
        this.functions = functions;
        this.units = units;
    }

    /** The tables there are; empty if nothing is known of them, so that every name passes. */
    Optional<Metadata> metadata() {
        return metadata;
    }

    /** Whether the tables are known. */
    boolean knowsTables() {
        return metadata.isPresent();
    }

    FunctionCatalogue functions() {
        return functions;
    }

    UnitConverter units() {
        return units;
    }

    /** The common tables seen so far. */
    List<CommonTableSource> commonTables() {
        return commonTables;
    }

    /** A number for the next table in FROM. */
    int nextOccurrence() {
        return ++occurrences;
    }

    /** Remembers where a column was written. */
    Value written(Value column, Span span) {
        columns.put(column, span);
        return column;
    }

    /** Where a column was written. */
    Span place(Value column) {
        return columns.getOrDefault(column, Span.NONE);
    }

    /** What the query says at a place. */
    String shown(Span span) {
        return text.shown(span);
    }

    void fault(AdqlCode code, Span span, String message, String remedy) {
        faults.add(code, span, message, remedy);
    }

    void fault(AdqlCode code, Span span, String message) {
        faults.add(code, span, message);
    }
}
