package org.ctavo.adql.sql;

import org.ctavo.adql.fault.Faults;

/** The writers of one translation, which need each other: a value may hold a condition, a condition a query. */
final class SqlWriter {
    private final Faults faults;
    private final ValueWriter values = new ValueWriter(this);
    private final CallWriter calls = new CallWriter(this);
    private final GeometryWriter geometry = new GeometryWriter(this);
    private final RegionTests regions = new RegionTests(this);
    private final TestWriter tests = new TestWriter(this);
    private final RowsWriter rows = new RowsWriter(this);

    /** Whatever is wrong with constants goes to these faults. */
    SqlWriter(Faults faults) {
        this.faults = faults;
    }

    Faults faults() {
        return faults;
    }

    ValueWriter values() {
        return values;
    }

    CallWriter calls() {
        return calls;
    }

    GeometryWriter geometry() {
        return geometry;
    }

    RegionTests regions() {
        return regions;
    }

    TestWriter tests() {
        return tests;
    }

    RowsWriter rows() {
        return rows;
    }
}
