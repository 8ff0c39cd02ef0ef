/** What leads to cut-outs: the descriptors of the services in the links of an event list, with its own coverage. */
package org.ctavo.soda.link;
