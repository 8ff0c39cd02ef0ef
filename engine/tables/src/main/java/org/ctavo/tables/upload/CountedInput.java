package org.ctavo.tables.upload;

import java.io.InputStream;

import org.ctavo.spi.Fault;
import org.ctavo.spi.LimitedInput;
import org.ctavo.tables.TablesFault;

/** An uploaded table, no larger than is taken. */
final class CountedInput extends LimitedInput {
    CountedInput(InputStream in, long most) {
        super(
                in,
                most,
                () -> new Fault(
                        TablesFault.UPLOAD_TOO_LARGE, "UPLOAD: a table may be " + most + " bytes large, and no more."));
    }
}
