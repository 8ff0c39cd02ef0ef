/** VODataService tablesets: read into descriptions, and held against the real tables. */
package org.ctavo.schema.tableset;
