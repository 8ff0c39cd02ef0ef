package org.ctavo.soda.cutout;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

import org.ctavo.soda.request.AnswerFormat;

/** A cut-out about to be written. */
public interface Answer {

    /** How many bytes it has; empty if only the writing tells. */
    OptionalLong length();

    /**
     * Reads the source a second time and writes as it goes. Once.
     *
     * @param out not closed; small pieces are written, so give it a buffer
     * @throws IOException if it cannot be written to
     * @throws org.ctavo.spi.Fault if the source is not what it was
     */
    void write(OutputStream out) throws IOException;

    /**
     * The answer in a form.
     *
     * @throws org.ctavo.spi.Fault {@code UNSUITABLE_FORMAT} if the form cannot hold it
     */
    static Answer of(CutoutPlan plan, AnswerFormat format, Stamp stamp) {
        return switch (format) {
            case FITS -> new FitsAnswer(plan, stamp);
            case VOTABLE -> new VotableAnswer(plan, stamp);
        };
    }
}
