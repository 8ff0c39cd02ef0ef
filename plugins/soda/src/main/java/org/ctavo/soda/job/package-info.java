/** Cut-outs as jobs: every combination of the values sent makes one result (SODA 1.0, section 5). */
package org.ctavo.soda.job;
