package org.ctavo.provenance.prov;

import java.io.InputStream;

import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.spi.Fault;
import org.ctavo.spi.LimitedInput;

/** A document, no longer than is taken. */
public final class BoundedInput extends LimitedInput {

    /** Gives what the other input gives. */
    public BoundedInput(InputStream in, long most) {
        super(
                in,
                most,
                () -> new Fault(
                        ProvenanceFault.DOCUMENT_TOO_LARGE,
                        "The document is longer than " + most + " bytes; split it into several."));
    }
}
