package org.ctavo.tap.query;

import java.util.concurrent.atomic.LongAdder;

/** What has been answered since the start, for operators. Safe for use by any number of threads. */
public final class QueryFigures {
    private final LongAdder queries = new LongAdder();
    private final LongAdder rows = new LongAdder();

    QueryFigures() {}

    Outcome counted(Outcome outcome) {
        queries.increment();
        rows.add(outcome.rows());
        return outcome;
    }

    /** How many queries have been answered, whole or in part. */
    public long queries() {
        return queries.sum();
    }

    /** How many rows they gave. */
    public long rows() {
        return rows.sum();
    }
}
