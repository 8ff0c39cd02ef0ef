package org.ctavo.datalink.bundle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.RequestFault;

/**
 * What a request for a package asks for.
 *
 * @param query ADQL that finds the products; empty if they are named
 * @param products identifiers; empty if there is a query
 * @param format how to have them
 */
record PackageRequest(Optional<String> query, List<String> products, Format format) {

    /** How to have a package. */
    enum Format {
        TAR,
        CURL,
        WGET
    }

    static PackageRequest of(Parameters parameters) {
        Optional<String> query = parameters.single("QUERY");
        List<String> products = parameters.all("ID").stream()
                .filter(id -> !id.isBlank())
                .map(String::strip)
                .distinct()
                .toList();
        if (query.isPresent() != products.isEmpty()) {
            throw new Fault(
                    RequestFault.MISSING_PARAMETER,
                    "Say what to pack: either ID, once for each data product, or QUERY, in ADQL, with a column"
                            + " obs_publisher_did.");
        }
        return new PackageRequest(query, products, format(parameters));
    }

    private static Format format(Parameters parameters) {
        String asked = parameters
                .single("RESPONSEFORMAT")
                .or(() -> parameters.single("FORMAT"))
                .orElse("tar");
        return switch (asked.strip().toLowerCase(Locale.ROOT).replace(" ", "")) {
            case "tar", "application/x-tar" -> Format.TAR;
            case "curl", "text/x-shellscript", "text/x-shellscript;client=curl" -> Format.CURL;
            case "wget", "text/x-shellscript;client=wget" -> Format.WGET;
            default -> throw new Fault(
                    RequestFault.BAD_PARAMETER, "FORMAT is tar, curl or wget, not '" + asked.strip() + "'.");
        };
    }
}
