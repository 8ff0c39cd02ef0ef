package org.ctavo.schema.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a load.
 *
 * @param rows numbers of rows by table; empty if nothing was loaded
 * @param products how many data products were changed by it
 * @param faults what is wrong, by file, row and column; the first 1000
 * @param faultCount how many faults there are; with any, nothing was loaded
 */
public record LoadResult(Map<String, Long> rows, long products, List<CellFault> faults, long faultCount) {

    /** Copies the collections. */
    public LoadResult {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        faults = List.copyOf(faults);
    }

    /** Whether the rows are in the database. */
    public boolean isLoaded() {
        return faultCount == 0;
    }
}
