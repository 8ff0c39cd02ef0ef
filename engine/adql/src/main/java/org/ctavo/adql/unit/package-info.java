/** Units in the syntax of VOUnits 1.1, and the factors between those that measure the same. */
package org.ctavo.adql.unit;
