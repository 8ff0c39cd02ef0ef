package org.ctavo.war.http;

import java.time.Duration;

/** Hears of every request when it is over. Called by many threads at once. */
@FunctionalInterface
public interface RequestLog {

    /**
     * One request.
     *
     * @param method HTTP method
     * @param path below the context, decoded; holds no parameters, which are the user's own business
     * @param endpoint the path of the endpoint that answered; empty if there was none
     * @param client address of the client
     * @param status HTTP status; 499 if the client went away first
     * @param bytes of the body
     * @param time from the first line of the request to the end of the answer
     */
    record Entry(
            String requestId,
            String method,
            String path,
            String endpoint,
            String client,
            int status,
            long bytes,
            Duration time) {}

    /** Takes note. */
    void ended(Entry entry);
}
