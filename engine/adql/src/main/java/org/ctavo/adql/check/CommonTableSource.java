package org.ctavo.adql.check;

import org.ctavo.adql.checked.Rows;
import org.ctavo.adql.tree.Identifier;

/**
 * A common table that the rest of the query sees.
 *
 * @param id its number among the common tables
 * @param name its name
 * @param rows its rows
 * @param open whether it has columns that are not known
 */
record CommonTableSource(int id, Identifier name, Rows rows, boolean open) {}
