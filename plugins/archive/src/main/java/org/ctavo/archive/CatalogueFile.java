package org.ctavo.archive;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A file as the archive lists it, with the rule of the product it belongs to.
 *
 * @param product identifier of the product
 * @param file what is listed
 * @param rule who may have it
 */
public record CatalogueFile(String product, ProductFile file, AccessRule rule) {

    /**
     * Where the file door serves it.
     *
     * @param base of the service
     */
    public URI url(URI base) {
        return url(base, file.location());
    }

    /** Where the file door serves what lies at a place. */
    public static URI url(URI base, ProductFile.Location location) {
        String path = Arrays.stream(location.path().split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
        return URI.create(base + "/files/" + location.root() + "/" + path);
    }
}
