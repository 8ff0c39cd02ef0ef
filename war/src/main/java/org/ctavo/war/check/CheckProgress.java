package org.ctavo.war.check;

import java.util.Optional;

/** Hears how a check goes on, from one thread at a time. */
public interface CheckProgress {

    /** So many files with so many bytes are to be checked. */
    void begin(long files, long bytes);

    /** One of them was. */
    void step(long bytes, Optional<Finding> finding);

    /** No more will come. */
    void end();
}
