/** Example queries, for people and for clients (DALI 1.1, section 2.3). */
package org.ctavo.tap.examples;
