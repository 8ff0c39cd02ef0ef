/**
 * A small set of simulated observations for a first look where there are no data: event lists of a Crab-like source and
 * two other fields, with their responses and indexes. The same files every time, to the byte.
 */
package org.ctavo.ingest.simulation;
