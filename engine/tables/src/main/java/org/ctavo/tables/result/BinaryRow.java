package org.ctavo.tables.result;

import java.nio.ByteBuffer;
import java.util.List;

import org.ctavo.tap.result.OutputColumn;
import org.ctavo.tap.result.ResultDescription;

/** Reads rows of PostgreSQL's binary COPY as Java values. Safe for use by any number of threads. */
final class BinaryRow {
    private final List<Cell> cells;

    BinaryRow(ResultDescription result) {
        this.cells = result.columns().list().stream()
                .map(OutputColumn::description)
                .map(Cell::of)
                .toList();
    }

    List<Cell> cells() {
        return cells;
    }

    /** The values of a row, null where the field is. */
    Object[] values(byte[] message, int offset) {
        ByteBuffer row = ByteBuffer.wrap(message);
        Object[] values = new Object[cells.size()];
        int at = offset;
        for (int i = 0; i < values.length; i++) {
            int length = row.getInt(at);
            at += 4;
            if (length >= 0) {
                values[i] = cells.get(i).value(row.slice(at, length));
                at += length;
            }
        }
        return values;
    }
}
