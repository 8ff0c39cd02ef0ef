/**
 * The PostgreSQL that the service runs itself: its programs, its data in the home directory, its passwords, and what to
 * do about the server that a killed process left behind.
 */
package org.ctavo.war.postgres;
