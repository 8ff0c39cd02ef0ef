/** Reads data models: VO-DML documents, and UML models as XMI. */
package org.ctavo.schema.reading;
