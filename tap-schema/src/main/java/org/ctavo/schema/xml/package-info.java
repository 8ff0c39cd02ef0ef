/** Small XML documents as trees that know their lines; limited in size, closed to the outside. */
package org.ctavo.schema.xml;
