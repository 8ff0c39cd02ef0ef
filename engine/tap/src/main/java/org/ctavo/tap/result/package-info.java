/** Results on their way out: rows as PostgreSQL sends them, written in the formats that clients ask for. */
package org.ctavo.tap.result;
