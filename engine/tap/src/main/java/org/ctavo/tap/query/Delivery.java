package org.ctavo.tap.query;

import java.io.IOException;
import java.io.OutputStream;

/** Takes a result while it is made. Called by the thread that runs the query. */
public interface Delivery {

    /**
     * Offers the opening of the document, before the database has answered. Whoever has to wait long for the rows may
     * send it ahead, and filler after it.
     *
     * @param head may be empty
     * @param filler see {@link org.ctavo.tap.result.ResultWriter#filler}; may be empty
     */
    void offer(byte[] head, byte[] filler) throws IOException;

    /** Says that the first row or the end is known; what of the head has not been sent yet is sent before the rest. */
    OutputStream begin() throws IOException;

    /**
     * Takes the result back if nothing of it has left; nothing will then.
     *
     * @return whether that was possible; otherwise a failure must be told at the end of the result
     */
    boolean retract();

    /** A delivery that nobody waits at: all is written in order, and a failure is never told in the result. */
    static Delivery to(OutputStream out) {
        return new Delivery() {
            @Override
            public void offer(byte[] head, byte[] filler) throws IOException {
                out.write(head);
            }

            @Override
            public OutputStream begin() {
                return out;
            }

            @Override
            public boolean retract() {
                return true;
            }
        };
    }
}
