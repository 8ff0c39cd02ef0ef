package org.ctavo.schema.relational;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule that may bear a name: {@code not_itself: one_id <> other_id}. Constraints are told to people by their names.
 *
 * @param name after that of the table; empty for one made up
 * @param rule what stands behind the colon
 */
record Named(Optional<String> name, String rule) {
    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9_]*):\\s+(.*)", Pattern.DOTALL);

    static Named of(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? new Named(Optional.of(matcher.group(1)), matcher.group(2))
                : new Named(Optional.empty(), text);
    }

    /** The name of a constraint of a table, unless a name has to be made up. */
    Optional<String> in(String table) {
        return name.map(own -> Naming.shortened(table + "_" + own));
    }
}
