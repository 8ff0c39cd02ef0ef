package org.ctavo.adql.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reserved words of ADQL 2.1 (section 2.1.3): 226 of SQL-92 and 41 of its own. */
public final class ReservedWords {
    private static final String SQL92 =
            """
            ABSOLUTE ACTION ADD ALL ALLOCATE ALTER AND ANY ARE AS ASC ASSERTION AT AUTHORIZATION AVG BEGIN BETWEEN
            BIT BIT_LENGTH BOTH BY CASCADE CASCADED CASE CAST CATALOG CHAR CHARACTER CHAR_LENGTH CHARACTER_LENGTH
            CHECK CLOSE COALESCE COLLATE COLLATION COLUMN COMMIT CONNECT CONNECTION CONSTRAINT CONSTRAINTS CONTINUE
            CONVERT CORRESPONDING COUNT CREATE CROSS CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP
            CURRENT_USER CURSOR DATE DAY DEALLOCATE DECIMAL DECLARE DEFAULT DEFERRABLE DEFERRED DELETE DESC DESCRIBE
            DESCRIPTOR DIAGNOSTICS DISCONNECT DISTINCT DOMAIN DOUBLE DROP ELSE END END-EXEC ESCAPE EXCEPT EXCEPTION
            EXEC EXECUTE EXISTS EXTERNAL EXTRACT FALSE FETCH FIRST FLOAT FOR FOREIGN FOUND FROM FULL GET GLOBAL GO
            GOTO GRANT GROUP HAVING HOUR IDENTITY IMMEDIATE IN INDICATOR INITIALLY INNER INPUT INSENSITIVE INSERT
            INT INTEGER INTERSECT INTERVAL INTO IS ISOLATION JOIN KEY LANGUAGE LAST LEADING LEFT LEVEL LIKE LOCAL
            LOWER MATCH MAX MIN MINUTE MODULE MONTH NAMES NATIONAL NATURAL NCHAR NEXT NO NOT NULL NULLIF NUMERIC
            OCTET_LENGTH OF ON ONLY OPEN OPTION OR ORDER OUTER OUTPUT OVERLAPS PAD PARTIAL POSITION PRECISION
            PREPARE PRESERVE PRIMARY PRIOR PRIVILEGES PROCEDURE PUBLIC READ REAL REFERENCES RELATIVE RESTRICT REVOKE
            RIGHT ROLLBACK ROWS SCHEMA SCROLL SECOND SECTION SELECT SESSION SESSION_USER SET SIZE SMALLINT SOME
            SPACE SQL SQLCODE SQLERROR SQLSTATE SUBSTRING SUM SYSTEM_USER TABLE TEMPORARY THEN TIME TIMESTAMP
            TIMEZONE_HOUR TIMEZONE_MINUTE TO TRAILING TRANSACTION TRANSLATE TRANSLATION TRIM TRUE UNION UNIQUE
            UNKNOWN UPDATE UPPER USAGE USER USING VALUE VALUES VARCHAR VARYING VIEW WHEN WHENEVER WHERE WITH WORK
            WRITE YEAR ZONE
            """;

    private static final String ADQL =
            """
            ABS ACOS ASIN ATAN ATAN2 CEILING COS COT DEGREES EXP FLOOR LOG LOG10 MOD PI POWER RADIANS RAND ROUND SIN
            SQRT TAN TRUNCATE AREA BOX CENTROID CIRCLE CONTAINS COORD1 COORD2 COORDSYS DISTANCE INTERSECTS POINT
            POLYGON REGION BIGINT ILIKE IN_UNIT OFFSET TOP
            """;

    /** Those that are called like functions and have no part in the grammar but this. */
    private static final String FUNCTIONS =
            """
            ABS ACOS ASIN ATAN ATAN2 CEILING COS COT DEGREES EXP FLOOR LOG LOG10 MOD PI POWER RADIANS RAND ROUND SIN
            SQRT TAN TRUNCATE AREA BOX CENTROID CIRCLE CONTAINS COORD1 COORD2 COORDSYS DISTANCE INTERSECTS POINT
            POLYGON REGION IN_UNIT LOWER UPPER COALESCE NULLIF
            """;

    private static final Set<String> WORDS =
            Stream.of(SQL92, ADQL).flatMap(lines -> words(lines).stream()).collect(Collectors.toUnmodifiableSet());
    private static final Map<String, Integer> TYPES = types();

    private ReservedWords() {}

    private static Map<String, Integer> types() {
        Map<String, Integer> rules = new HashMap<>();
        for (int type = 1; type <= AdqlParser.VOCABULARY.getMaxTokenType(); type++) {
            rules.put(AdqlParser.VOCABULARY.getSymbolicName(type), type);
        }
        Map<String, Integer> types = new HashMap<>();
        WORDS.forEach(word -> types.put(word, rules.getOrDefault(word, AdqlParser.RESERVED)));
        words(FUNCTIONS).forEach(word -> types.put(word, AdqlParser.FUNCTION));
        List.of("COUNT", "SUM", "AVG", "MIN", "MAX").forEach(word -> types.put(word, AdqlParser.AGGREGATE));
        return Map.copyOf(types);
    }

    private static List<String> words(String lines) {
        return List.of(lines.strip().split("\\s+", -1));
    }

    /** All of them, in upper case. */
    public static Set<String> all() {
        return WORDS;
    }

    /** Whether a word is reserved, in any case. */
    public static boolean contains(String word) {
        return WORDS.contains(word.toUpperCase(Locale.ROOT));
    }

    static int tokenType(String word) {
        return TYPES.getOrDefault(word.toUpperCase(Locale.ROOT), AdqlParser.WORD);
    }
}
