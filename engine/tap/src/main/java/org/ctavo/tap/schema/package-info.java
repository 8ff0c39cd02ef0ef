/** TAP_SCHEMA: the tables of the tables, written from what the plugins publish and remembered by every node. */
package org.ctavo.tap.schema;
