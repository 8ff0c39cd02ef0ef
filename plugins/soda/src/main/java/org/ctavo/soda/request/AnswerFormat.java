package org.ctavo.soda.request;

import java.util.Locale;
import java.util.Optional;

import org.ctavo.spi.Fault;

/** What a cut-out may come as (parameter RESPONSEFORMAT of DALI 1.1, section 3.4.3). */
public enum AnswerFormat {
    /** A whole GADF file: events, good times, instrument responses. */
    FITS("application/fits", "fits"),
    /** The events alone, with the good times. */
    VOTABLE("application/x-votable+xml", "vot");

    private final String mediaType;
    private final String extension;

    AnswerFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** Media type. */
    public String mediaType() {
        return mediaType;
    }

    /** End of a file's name, without a dot. */
    public String extension() {
        return extension;
    }

    /**
     * The format that a value of RESPONSEFORMAT names.
     *
     * @throws Fault {@code USAGE} if it is none
     */
    public static AnswerFormat of(Optional<String> wanted) {
        String text = wanted.orElse("fits").strip().toLowerCase(Locale.ROOT);
        return switch (text.replaceAll("\\s+", "")) {
            case "fits", "application/fits", "image/fits", "application/x-fits-gadf" -> FITS;
            case "votable",
                    "votable/td",
                    "text/xml",
                    "application/x-votable+xml",
                    "application/x-votable+xml;serialization=tabledata" -> VOTABLE;
            default -> throw new Fault(
                    SodaFault.USAGE,
                    "RESPONSEFORMAT is application/fits or application/x-votable+xml, not '" + Values.clipped(text)
                            + "'.");
        };
    }
}
