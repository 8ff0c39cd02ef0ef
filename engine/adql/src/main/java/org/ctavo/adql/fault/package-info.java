/** What can be wrong with a query, and how it is told. */
package org.ctavo.adql.fault;
