package org.ctavo.war.http;

import jakarta.servlet.http.HttpServletResponse;

import org.ctavo.war.settings.Build;

/** Headers of every answer, which an endpoint may replace by its own. */
final class StandingHeaders {
    private static final String SERVER = "CTA-VO/" + Build.read().version();

    private StandingHeaders() {}

    static void set(HttpServletResponse response, String requestId) {
        response.setHeader("Server", SERVER);
        response.setHeader("X-Request-Id", requestId);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self';"
                        + " base-uri 'none'; frame-ancestors 'none'");
        // Public data for scripts of any page. No cookie travels with such a request.
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader(
                "Access-Control-Expose-Headers", "Location, Content-Disposition, Content-Range, ETag, X-Request-Id");
    }

    /** The answer to a browser that asks whether a page of another origin may send its request. */
    static void preflight(HttpServletResponse response) {
        response.setHeader("Allow", "GET, HEAD, POST, PUT, DELETE, OPTIONS");
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE, OPTIONS");
        response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, Range, If-None-Match");
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
