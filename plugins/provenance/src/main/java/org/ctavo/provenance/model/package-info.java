/**
 * The IVOA Provenance Data Model 1.0 as values: entities, activities, agents, their relations, descriptions and
 * configuration. A component that the model calls optional is null where nothing is known. Times are UTC.
 */
package org.ctavo.provenance.model;
