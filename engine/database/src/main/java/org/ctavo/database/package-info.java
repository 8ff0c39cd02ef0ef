/** The PostgreSQL behind the service: its roles, its migrations and the pools of connections to it. */
package org.ctavo.database;
