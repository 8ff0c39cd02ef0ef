/** What operators look at: the access log, metrics, health, and the page at the root. */
package org.ctavo.war.operations;
