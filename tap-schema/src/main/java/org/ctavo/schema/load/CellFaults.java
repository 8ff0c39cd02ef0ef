package org.ctavo.schema.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers faults: all are counted, the first {@value #MOST_KEPT} kept. Belongs to one thread. */
final class CellFaults {
    static final int MOST_KEPT = 1000;

    private final List<CellFault> kept = new ArrayList<>();
    private long count;

    void add(String file, long row, String column, String message) {
        count++;
        if (kept.size() < MOST_KEPT) {
            kept.add(new CellFault(file, row, Optional.ofNullable(column), message));
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    long count() {
        return count;
    }

    List<CellFault> kept() {
        return List.copyOf(kept);
    }
}
