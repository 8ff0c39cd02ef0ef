/** The data model of the Cherenkov Telescope Array as the database and TAP_SCHEMA have it. */
package org.ctavo.schema;
