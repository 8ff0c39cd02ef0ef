/** The tables and columns that a query may name. */
package org.ctavo.adql.metadata;
