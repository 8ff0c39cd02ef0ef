package org.ctavo.testing;

import java.util.List;

/** Queries by which a stranger may try to find out, from any table, whether it holds what is hidden. */
public final class Probes {
    /** $t is the table, $x the text, $n the number. */
    private static final List<String> FORMS = List.of(
            "SELECT $x FROM $t ORDER BY $x",
            "SELECT COUNT(*) FROM $t",
            "SELECT COUNT(DISTINCT $x), MIN($x), MAX($x), MAX($n), SUM($n), AVG($n) FROM $t",
            "SELECT $x, COUNT(*) FROM $t GROUP BY $x HAVING COUNT(*) > 0 ORDER BY $x",
            "SELECT a.$x FROM $t AS a JOIN $t AS b ON a.$x = b.$x ORDER BY a.$x",
            "SELECT COUNT(*) FROM $t AS a LEFT JOIN $t AS b ON a.$x <> b.$x",
            "SELECT COUNT(*) FROM $t AS a FULL OUTER JOIN cta.site AS s ON s.name = a.$x",
            "SELECT s.$x FROM (SELECT $x FROM $t) AS s ORDER BY s.$x",
            "WITH w AS (SELECT $x AS x FROM $t) SELECT x FROM w WHERE x LIKE '%idden%' ORDER BY x",
            "SELECT COUNT(*) FROM cta.site AS s WHERE EXISTS (SELECT * FROM $t AS q WHERE q.$x LIKE '%idden%')",
            "SELECT COUNT(*) FROM cta.site AS s WHERE NOT EXISTS (SELECT * FROM $t AS q WHERE q.$x LIKE '%idden%')",
            "SELECT name FROM cta.site WHERE name NOT IN (SELECT $x FROM $t WHERE $x IS NOT NULL) ORDER BY name",
            "SELECT $x AS x FROM $t UNION ALL SELECT name FROM cta.site ORDER BY x",
            "SELECT $x AS x FROM $t EXCEPT SELECT name FROM cta.site ORDER BY x",
            "SELECT $x AS x FROM $t INTERSECT SELECT $x FROM $t ORDER BY x",
            "SELECT TOP 1 UPPER($x) FROM $t WHERE $x IS NOT NULL ORDER BY $x DESC",
            "SELECT 1 / (c.n - 1) FROM (SELECT COUNT(*) AS n FROM $t WHERE $x LIKE '%idden%') AS c",
            "SELECT CAST($x AS INTEGER) FROM $t WHERE $x LIKE '%idden%'",
            "SELECT COUNT(*) FROM $t WHERE $x LIKE '%idden%' AND CAST($x AS DOUBLE PRECISION) > 0",
            "SELECT COUNT(*) FROM $t WHERE $x LIKE '%idden%' AND 1 / ($n - $n) = 1");

    private Probes() {}

    /**
     * The queries of a table; its hidden rows hold the word Hidden in that text.
     *
     * @param text a column of text
     * @param number a column of numbers, or a number where there is none
     */
    public static List<String> of(String table, String text, String number) {
        return FORMS.stream()
                .map(form -> form.replace("$t", table).replace("$x", text).replace("$n", number))
                .toList();
    }
}
