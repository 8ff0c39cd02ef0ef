package org.ctavo.adql.check;

import java.util.regex.Pattern;

import org.ctavo.adql.grammar.ReservedWords;

/** How names are shown to people. */
final class Names {
    private static final Pattern REGULAR = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private Names() {}

    /** A name as one has to write it in a query. */
    static String written(String name) {
        return REGULAR.matcher(name).matches() && !ReservedWords.contains(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }
}
