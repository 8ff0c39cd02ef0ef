package org.ctavo.provenance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import org.ctavo.provenance.prov.ProvFormat;
import org.openprovenance.prov.model.Document;
import org.openprovenance.prov.model.ProvDeserialiser;
import org.openprovenance.prov.model.ProvSerialiser;
import org.openprovenance.prov.model.extension.QualifiedHadMember;
import org.openprovenance.prov.vanilla.ProvFactory;

/** The toolbox by the editors of PROV-N and PROV-JSONLD: a reader and a writer that are not ours. */
public final class ProvToolbox {
    private ProvToolbox() {}

    /** A document as it is understood there. */
    public static Document read(ProvFormat form, byte[] bytes) throws IOException {
        ProvDeserialiser reader =
                switch (form) {
                    case PROV_N -> new org.openprovenance.prov.notation.ProvDeserialiser(new ProvFactory());
                    case PROV_JSON -> new org.openprovenance.prov.core.json.serialization.ProvDeserialiser();
                    case PROV_JSONLD -> new org.openprovenance.prov.core.jsonld11.serialization.ProvDeserialiser();
                    case PROV_XML -> throw new UnsupportedOperationException("it loses the prefixes of values");
                };
        Document document = reader.deserialiseDocument(new ByteArrayInputStream(bytes));
        // A member in JSON-LD is read as one that may have an identifier, which other forms do not know.
        document.getStatementOrBundle()
                .replaceAll(statement -> statement instanceof QualifiedHadMember member
                        ? new ProvFactory().newHadMember(member.getCollection(), member.getEntity())
                        : statement);
        return document;
    }

    /** The published context of PROV-JSONLD. */
    public static InputStream context() {
        return org.openprovenance.prov.core.jsonld11.serialization.ProvDeserialiser.class.getResourceAsStream(
                "/2024-08-25/jsonldcontext.jsonld");
    }

    /** A document as it is written there. */
    public static byte[] written(ProvFormat form, Document document) throws IOException {
        ProvSerialiser writer =
                switch (form) {
                    case PROV_N -> new org.openprovenance.prov.notation.ProvSerialiser(new ProvFactory());
                    case PROV_JSON -> new org.openprovenance.prov.core.json.serialization.ProvSerialiser();
                    case PROV_JSONLD -> new org.openprovenance.prov.core.jsonld11.serialization.ProvSerialiser();
                    case PROV_XML -> throw new UnsupportedOperationException("it is not asked for XML");
                };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.serialiseDocument(out, document, true);
        return out.toByteArray();
    }
}
