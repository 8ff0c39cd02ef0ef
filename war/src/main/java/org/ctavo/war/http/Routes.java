package org.ctavo.war.http;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ctavo.spi.Endpoint;

/** Which endpoint answers which path: the one with the longest matching prefix of whole segments. */
final class Routes {
    private final List<Endpoint> endpoints;

    Routes(List<Endpoint> endpoints) {
        Map<String, Endpoint> byPath = new HashMap<>();
        for (Endpoint endpoint : endpoints) {
            Endpoint other = byPath.put(endpoint.path(), endpoint);
            if (other != null) {
                throw new IllegalArgumentException("Two endpoints want the path " + endpoint.path());
            }
        }
        this.endpoints = endpoints.stream()
                .sorted(Comparator.comparingInt(
                                (Endpoint endpoint) -> endpoint.path().length())
                        .reversed())
                .toList();
    }

    /** The endpoint of a decoded path. */
    Optional<Endpoint> of(String path) {
        for (Endpoint endpoint : endpoints) {
            String own = endpoint.path();
            if (path.startsWith(own) && (path.length() == own.length() || path.charAt(own.length()) == '/')) {
                return Optional.of(endpoint);
            }
        }
        return Optional.empty();
    }
}
