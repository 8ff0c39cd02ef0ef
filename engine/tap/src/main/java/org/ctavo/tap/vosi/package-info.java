/** VOSI documents: capabilities, tables, availability (VOSI 1.1). */
package org.ctavo.tap.vosi;
