/** Cut-outs of event lists by SODA 1.0. */
package org.ctavo.soda;
