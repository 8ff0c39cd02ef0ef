/** A data model as VO-DML 1.0 knows it: types, their properties and how they hang together. */
package org.ctavo.schema.model;
