package org.ctavo.provenance.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.provenance.model.Reading;
import org.ctavo.provenance.prov.BoundedInput;
import org.ctavo.provenance.prov.Limits;
import org.ctavo.provenance.prov.ProvFormat;
import org.ctavo.provenance.votable.ActivityDescriptions;
import org.ctavo.provenance.votable.ActivityVotable;
import org.ctavo.provenance.votable.ProvVotable;
import org.ctavo.spi.Fault;

/**
 * Reads provenance documents of any form, told by how they begin: PROV-N, PROV-JSON (W3C's and the IVOA's own),
 * PROV-XML, PROV-VOTABLE, ActivityDescription VOTables and the JSON log of ctapipe; each may be compressed by gzip.
 */
public final class Documents {
    private static final int BEGINNING = 8192;

    /** Begins the identifiers of activities that files describe without saying where they belong. */
    private static final String ACTIVITIES = "urn:x-cta-vo:activity:";

    private Documents() {}

    /**
     * Reads a file, as {@code ingest-provenance} does before it merges.
     *
     * @throws Fault with the line if it cannot be read, contradicts itself or is too large
     */
    public static Reading read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, Limits.USUAL);
        } catch (IOException e) {
            throw new Fault(
                    ProvenanceFault.BAD_DOCUMENT,
                    "The file " + file.getFileName()
                            + " cannot be read to its end; see that it is there, readable and whole.",
                    e);
        }
    }

    /**
     * Reads a document; the stream is left open.
     *
     * @throws Fault with the line if it cannot be read, contradicts itself or is too large
     */
    public static Reading read(InputStream in, Limits limits) throws IOException {
        // Limits hold for what comes out of a compressed document too.
        BufferedInputStream document =
                new BufferedInputStream(new BoundedInput(unpacked(in), limits.bytes()), BEGINNING);
        document.mark(BEGINNING);
        String beginning = new String(document.readNBytes(BEGINNING / 2), StandardCharsets.UTF_8).replace("\ufeff", "");
        document.reset();
        String text = beginning.stripLeading();
        if (text.startsWith("[") || (text.startsWith("{") && text.contains("\"activity_uuid\""))) {
            return CtapipeReader.read(document, limits);
        } else if (text.startsWith("{")) {
            return ProvFormat.PROV_JSON.read(document, limits);
        } else if (text.startsWith("<")) {
            if (!text.matches("(?s).*?<(\\w+:)?VOTABLE\\b.*")) {
                return ProvFormat.PROV_XML.read(document, limits);
            }
            return text.matches("(?s).*?<(\\w+:)?RESOURCE\\b[^>]*\\bvoprov:ActivityDescription\\b.*")
                    ? ActivityDescriptions.of(ActivityVotable.read(document), ACTIVITIES)
                    : ProvVotable.read(document, limits);
        } else if (text.matches("(?s)(//[^\\n]*\\n\\s*|/\\*.*?\\*/\\s*)*document\\b.*")) {
            return ProvFormat.PROV_N.read(document, limits);
        }
        throw new Fault(
                ProvenanceFault.BAD_DOCUMENT,
                "This is no provenance document that is known; they are PROV-N, PROV-JSON, PROV-XML, PROV-VOTABLE,"
                        + " ActivityDescription VOTables and the JSON of ctapipe, in UTF-8.");
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        boolean isPacked = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return isPacked ? new GZIPInputStream(buffered) : buffered;
    }

    static JsonFactory json(Limits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(50)
                        .maxStringLength(limits.characters())
                        .maxNumberLength(100)
                        .maxNameLength(10_000)
                        .build())
                .build();
    }
}
