/** The types of ADQL values and what they are in VOTable and in PostgreSQL. */
package org.ctavo.adql.type;
