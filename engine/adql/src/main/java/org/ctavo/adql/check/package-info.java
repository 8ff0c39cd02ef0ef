/** From tree to checked query: scopes, names, types, and all faults of a query at once. */
package org.ctavo.adql.check;
