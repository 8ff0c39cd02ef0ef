package org.ctavo.provenance.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern WEIGHT = Pattern.compile(";\\s*[qQ]\\s*=\\s*(\\d(?:\\.\\d{0,3})?)\\s*$");

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

    /**
     * The format that RESPONSEFORMAT names, by word or media type; else what Accept likes best, and names first; else
     * JSON.
     */
    static ProvSapFormat of(Optional<String> wanted, Optional<String> accept) {
        if (wanted.isPresent()) {
            return named(wanted.get())
                    .orElseThrow(() -> new Fault(
                            RequestFault.BAD_PARAMETER,
                            "RESPONSEFORMAT \"" + wanted.get() + "\" is not known; formats are " + words() + "."));
        }
        return accept.map(header -> List.of(header.split(",", -1))).orElse(List.of()).stream()
                .filter(range -> liking(range) > 0)
                .sorted(Comparator.comparingDouble(ProvSapFormat::liking).reversed())
                .flatMap(range -> named(range).stream())
                .findFirst()
                .orElse(PROV_JSON);
    }

    /** The weight of a media range of Accept, usually 1. */
    private static double liking(String range) {
        Matcher weight = WEIGHT.matcher(range);
        return weight.find() ? Double.parseDouble(weight.group(1)) : 1;
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
