/** Queries as jobs: the runner that executes them, and {@code /tap/async} (TAP 1.1, section 2.1). */
package org.ctavo.tap.async;
