package org.ctavo.war.http;

/**
 * The most that a stranger can send in one request.
 *
 * @param form bytes of a body of parameters, and of all parameters of a multipart body together
 * @param upload bytes of a multipart body
 */
public record Limits(long form, long upload) {}
