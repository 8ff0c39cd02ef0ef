/** The one servlet that hosts every endpoint: requests in, answers out, faults to statuses, one log line each. */
package org.ctavo.war.http;
