/** Where the servlet lives: a container of our own, or one that hosts the WAR. */
package org.ctavo.war.container;
