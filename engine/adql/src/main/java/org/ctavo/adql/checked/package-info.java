/**
 * The checked form of a query: every name is resolved, every value has its type, every table occurrence has a number of
 * its own, NATURAL and USING have become conditions, alternative forms of geometry functions have become one. Whoever
 * translates it need not look up anything.
 */
package org.ctavo.adql.checked;
