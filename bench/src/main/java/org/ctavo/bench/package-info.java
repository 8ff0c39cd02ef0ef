/**
 * Measurements that anyone can repeat: a synthetic table, the service's answers about it, and PostgreSQL's own COPY as
 * the floor, all taken in one run. Figures are quoted as ratios to that floor.
 */
package org.ctavo.bench;
