/** Tables in the formats of others: results that TAP's own writers do not write, and tables that queries bring. */
package org.ctavo.tables;
