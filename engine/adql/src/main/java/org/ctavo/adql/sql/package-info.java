/** Checked queries as PostgreSQL. */
package org.ctavo.adql.sql;
