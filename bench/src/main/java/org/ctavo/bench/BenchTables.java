package org.ctavo.bench;

import org.ctavo.spi.SchemaDescription;

/** What is published for measurements. */
public final class BenchTables {

    private BenchTables() {}

    /** The schema with its one table. */
    public static SchemaDescription schema() {
        return SyntheticTable.description();
    }
}
