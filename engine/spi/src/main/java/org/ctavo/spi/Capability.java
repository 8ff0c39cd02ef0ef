package org.ctavo.spi;

import java.util.Objects;

/**
 * A capability to declare in the VOSI capabilities document.
 *
 * @param standardId IVOID of the standard
 * @param interfaceType {@code vs:ParamHTTP} or {@code vr:WebBrowser}
 * @param version version of the interface, such as {@code 1.1}
 * @param path where it is answered, below the service's base ({@code /datalink/links})
 */
public record Capability(String standardId, String interfaceType, String version, String path) {

    /** Checks that nothing is null. */
    public Capability {
        Objects.requireNonNull(standardId, "standardId");
        Objects.requireNonNull(interfaceType, "interfaceType");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(path, "path");
    }
}
