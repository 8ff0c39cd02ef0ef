package org.ctavo.tap.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ctavo.adql.sql.ResultColumn;
import org.ctavo.adql.sql.Translation;

/**
 * Lets PostgreSQL write values as DALI has them (DALI 1.1, section 3.3), where its own text form differs: numbers of an
 * array are separated by spaces, a moment has a T in it, and boolean values are words.
 */
final class TextProjection {
    private static final String TEXT = "::pg_catalog.text";

    private TextProjection() {}

    /** SQL that gives the rows of a translation with values whose text is right. */
    static String sql(Translation translation) {
        List<ResultColumn> columns = translation.columns();
        if (columns.stream().allMatch(column -> expression(column, "c").equals("c"))) {
            return translation.sql();
        }
        String names = IntStream.range(0, columns.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String items = IntStream.range(0, columns.size())
                .mapToObj(i -> expression(columns.get(i), "c" + i))
                .collect(Collectors.joining(","));
        return "SELECT " + items + " FROM (" + translation.sql() + ") AS q(" + names + ")";
    }

    private static String expression(ResultColumn column, String name) {
        boolean isText = column.description().datatype().endsWith("har");
        return switch (column.type()) {
            case BOOL -> name + TEXT;
            case TIMESTAMP -> "pg_catalog.replace(" + name + TEXT + ", ' ', 'T')";
            case BYTEA -> bytes(name);
            case FLOAT8_ARRAY -> isText ? region(name) : numbers(name);
            case FLOAT4_ARRAY -> numbers(name);
            case BOOL_ARRAY, INT2_ARRAY, INT4_ARRAY, INT8_ARRAY -> joined(name);
            case INT2, INT4, INT8, FLOAT4, FLOAT8, TEXT -> name;
        };
    }

    private static String joined(String name) {
        return "pg_catalog.array_to_string(" + name + ", ' ', 'NaN')";
    }

    private static String numbers(String name) {
        return "pg_catalog.replace(pg_catalog.replace(" + joined(name) + ", 'Infinity', '+Inf'), '-+Inf', '-Inf')";
    }

    private static String region(String name) {
        return "CASE pg_catalog.cardinality(" + name + ") WHEN 2 THEN 'Position ICRS ' WHEN 3 THEN 'Circle ICRS '"
                + " ELSE 'Polygon ICRS ' END || " + joined(name);
    }

    private static String bytes(String name) {
        return "(SELECT pg_catalog.string_agg(pg_catalog.get_byte(" + name + ", i)" + TEXT + ", ' ' ORDER BY i)"
                + " FROM pg_catalog.generate_series(0, pg_catalog.length(" + name + ") - 1) AS g(i))";
    }
}
