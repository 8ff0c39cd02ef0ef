/** The command line, `./cta-vo`: one class a verb. */
package org.ctavo.war.cli;
