/** What tests of several modules share: a real PostgreSQL, and the reference data beside a checkout. */
package org.ctavo.testing;
