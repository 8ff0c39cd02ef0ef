/** What an operator may set: where it is written, how it is checked, and the annotated sample made from it. */
package org.ctavo.war.settings;
