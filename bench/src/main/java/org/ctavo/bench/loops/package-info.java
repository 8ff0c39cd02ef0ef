/** The loops that run for every query or every row, measured alone by JMH. */
package org.ctavo.bench.loops;
