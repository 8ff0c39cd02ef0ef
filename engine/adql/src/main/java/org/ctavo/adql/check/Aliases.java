package org.ctavo.adql.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ctavo.adql.checked.Rows;
import org.ctavo.adql.checked.Value;
import org.ctavo.adql.tree.Identifier;
import org.ctavo.adql.tree.QueryBody;
import org.ctavo.adql.tree.SelectItem;

/**
 * The names that a select list gives, for ORDER BY and GROUP BY. A column of that name goes before.
 *
 * @param select the SELECT
 * @param scope what its columns see
 * @param items its items
 */
record Aliases(QueryBody.Select select, Scope scope, List<Rows.Item> items) {

    /** The value that a name was given to, unless the name is a column's as well. */
    Optional<Value> named(Identifier name) {
        if (scope.sees(name)) {
            return Optional.empty();
        }
        List<Value> found = new ArrayList<>();
        boolean aliased = false;
        for (SelectItem item : select.items()) {
            aliased |= item instanceof SelectItem.Item value
                    && value.alias().map(alias -> name.means(alias.text())).orElse(false);
        }
        for (Rows.Item item : items) {
            if (aliased && name.means(item.output().description().name())) {
                found.add(item.value());
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
