package org.ctavo.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Short answers of the database. */
final class Rows {

    private Rows() {}

    static boolean is(Statement statement, String query) throws SQLException {
        return rows(statement, query).equals(List.of(List.of("t")));
    }

    /** All rows, their columns as text. */
    static List<List<String>> rows(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
