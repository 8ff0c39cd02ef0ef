/**
 * Jobs that run when there is room for them (UWS 1.1): one store in PostgreSQL for any number of nodes, a queue that
 * loses nothing when a node dies, and results that are either whole or not there. Knows nothing of what a job does.
 */
package org.ctavo.uws;
