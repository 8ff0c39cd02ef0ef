/** Queries on their way through the database: checked, translated, run as one COPY, cancelled. */
package org.ctavo.tap.query;
