/** Whether the files of the archive are what its catalogue says. */
package org.ctavo.war.check;
