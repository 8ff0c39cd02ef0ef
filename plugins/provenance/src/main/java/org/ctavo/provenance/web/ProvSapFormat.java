package org.ctavo.provenance.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;

/** What a ProvSAP answer may look like. */
enum ProvSapFormat {
    PROV_JSON("PROV-JSON", "application/json"),
    PROV_N("PROV-N", "text/provenance-notation; charset=utf-8"),
    PROV_XML("PROV-XML", "application/xml"),
    PROV_VOTABLE("PROV-VOTABLE", "application/x-votable+xml"),
    PROV_SVG("PROV-SVG", "image/svg+xml"),
    PROV_JSONLD("PROV-JSONLD", "application/ld+json");

    private final String word;
    private final String mediaType;

    ProvSapFormat(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    /** As RESPONSEFORMAT has it. */
    String word() {
        return word;
    }

    String mediaType() {
        return mediaType;
    }

    /** All that RESPONSEFORMAT may say, for people. */
    static String words() {
        return Arrays.stream(values()).map(ProvSapFormat::word).collect(Collectors.joining(", "));
    }

    /** The format that RESPONSEFORMAT names, by word or media type; else the first that Accept names; else JSON. */
    static ProvSapFormat of(Optional<String> wanted, Optional<String> accept) {
        if (wanted.isPresent()) {
            return named(wanted.get())
                    .orElseThrow(() -> new Fault(
                            RequestFault.BAD_PARAMETER,
                            "RESPONSEFORMAT \"" + wanted.get() + "\" is not known; formats are " + words() + "."));
        }
        return accept.map(header -> List.of(header.split(",", -1))).orElse(List.of()).stream()
                .flatMap(type -> named(type).stream())
                .findFirst()
                .orElse(PROV_JSON);
    }

    private static Optional<ProvSapFormat> named(String text) {
        String type = text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(f -> f.word.toLowerCase(Locale.ROOT).equals(type)
                        || f.mediaType.split(";", 2)[0].equals(type)
                        || (f == PROV_XML && type.equals("application/provenance+xml"))
                        || (f == PROV_VOTABLE && (type.equals("votable") || type.equals("text/xml"))))
                .findFirst();
    }
}
