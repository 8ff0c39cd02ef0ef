package org.ctavo.schema.relational;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of SQL text. */
public final class Sql {
    private Sql() {}

    /** A string constant. */
    public static String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** A list of string constants, in parentheses. */
    static String literals(List<String> texts) {
        return texts.stream().map(Sql::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    /** The names of a list that a model gives. */
    static List<String> split(String names) {
        return List.of(names.strip().split(",\\s*", -1));
    }

    /** A list of names, in parentheses. */
    public static String names(List<String> names) {
        return "(" + String.join(", ", names) + ")";
    }
}
