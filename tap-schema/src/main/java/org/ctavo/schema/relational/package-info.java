/** A data model as tables: how types, properties and multiplicities become columns, keys and constraints. */
package org.ctavo.schema.relational;
