/**
 * The query language ADQL 2.1, from text to PostgreSQL. {@link org.ctavo.adql.Adql} is its face. Nothing here reads or
 * writes anything but its arguments.
 */
package org.ctavo.adql;
