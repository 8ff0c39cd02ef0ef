/** From text to tree. */
package org.ctavo.adql.grammar;
