/** Suites of queries with their verdicts. */
package org.ctavo.adql.suite;
