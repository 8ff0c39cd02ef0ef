package org.ctavo.tap;

import org.ctavo.tap.query.QueryRequest;

/**
 * What a client asks of sync or async.
 *
 * @param query to run
 * @param contentType of the answer: the media type that was asked for
 */
public record TapRequest(QueryRequest query, String contentType) {}
