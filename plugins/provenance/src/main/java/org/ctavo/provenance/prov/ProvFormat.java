package org.ctavo.provenance.prov;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

import org.ctavo.provenance.model.ProvDocument;
import org.ctavo.provenance.model.Reading;

/** A serialisation of W3C PROV. */
public enum ProvFormat {
    PROV_N("text/provenance-notation; charset=utf-8"),
    PROV_JSON("application/json"),
    PROV_XML("application/provenance+xml"),
    PROV_JSONLD("application/ld+json");

    private final String mediaType;

    ProvFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /** Writes a document; the stream is left open. */
    public void write(ProvDocument document, ModelStyle style, OutputStream out) throws IOException {
        List<Statement> statements = ToStatements.of(document, style);
        switch (this) {
            case PROV_N -> ProvNWriter.write(statements, out);
            case PROV_JSON -> ProvJsonWriter.write(statements, out);
            case PROV_XML -> ProvXmlWriter.write(statements, out);
            case PROV_JSONLD -> ProvJsonLdWriter.write(statements, out);
        }
    }

    /**
     * Reads a document of either style.
     *
     * @throws org.ctavo.spi.Fault with the line if it cannot be read, contradicts itself or is too large
     * @throws UnsupportedOperationException for PROV_JSONLD, which is only written
     */
    public Reading read(InputStream in, Limits limits) throws IOException {
        InputStream bounded = new BoundedInput(in, limits.bytes());
        return FromStatements.of(
                switch (this) {
                    case PROV_N -> ProvNReader.read(bounded, limits);
                    case PROV_JSON -> ProvJsonReader.read(bounded, limits);
                    case PROV_XML -> ProvXmlReader.read(bounded, limits);
                    case PROV_JSONLD -> throw new UnsupportedOperationException("PROV-JSONLD is only written");
                });
    }
}
