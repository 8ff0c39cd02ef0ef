package org.ctavo.tables.upload;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import org.ctavo.adql.grammar.ReservedWords;
import org.ctavo.spi.Fault;
import org.ctavo.tables.TablesFault;

/** Names of uploaded columns, as they are written in queries. */
final class ColumnName {
    private static final Pattern REGULAR = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    /** PostgreSQL cuts longer names off, and two might become one. */
    private static final int MOST_BYTES = 63;

    private ColumnName() {}

    /**
     * The name as written in a query: with quotes unless it is a regular identifier.
     *
     * @param alone whether no other column has the same name in another case
     */
    static String of(String name, boolean alone) {
        if (name.indexOf('\0') >= 0 || name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new Fault(
                    TablesFault.UPLOAD_NOT_READABLE,
                    "UPLOAD: a column's name is longer than " + MOST_BYTES + " bytes or holds a null character.");
        }
        boolean regular =
                alone && REGULAR.matcher(name).matches() && !ReservedWords.contains(name.toUpperCase(Locale.ROOT));
        return regular ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
