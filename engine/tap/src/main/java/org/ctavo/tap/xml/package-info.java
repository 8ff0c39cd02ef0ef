/** Writing XML text. */
package org.ctavo.tap.xml;
