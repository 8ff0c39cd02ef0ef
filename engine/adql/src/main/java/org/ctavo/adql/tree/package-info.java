/**
 * The syntax tree of a query: immutable records, one for each construct of ADQL 2.1. Two trees are equal if they say
 * the same, wherever they stood in their texts. {@code parse(format(tree))} equals {@code tree}.
 */
package org.ctavo.adql.tree;
