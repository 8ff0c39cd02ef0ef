package org.ctavo.schema.load;

import java.util.Optional;

/**
 * What is wrong at a place of a file.
 *
 * @param file name of the file
 * @param row counted from 1, the header not counted; 0 for the file as a whole
 * @param column name of the column; empty for the row as a whole
 * @param message what is wrong, and what would be right
 */
public record CellFault(String file, long row, Optional<String> column, String message) {

    /** For people: file, row, column, message. */
    @Override
    public String toString() {
        return file + (row > 0 ? ", row " + row : "")
                + column.map(name -> ", column " + name).orElse("") + ": " + message;
    }
}
