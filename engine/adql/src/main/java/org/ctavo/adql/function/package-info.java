/** The functions that a query may call: the standard's, and those that are declared as data. */
package org.ctavo.adql.function;
