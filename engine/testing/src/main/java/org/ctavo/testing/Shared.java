package org.ctavo.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The reference data, suites and schemas that may lie beside a checkout; tests skip, saying so, where they do not. */
public final class Shared {
    private Shared() {}

    /**
     * A file or directory of the reference material.
     *
     * @param relative such as {@code data/hess-dl3-dr1}
     * @return empty if it is not there
     */
    public static Optional<Path> path(String relative) {
        return Optional.ofNullable(System.getProperty("ctavo.shared"))
                .map(shared -> Path.of(shared, relative).toAbsolutePath().normalize())
                .filter(Files::exists);
    }
}
