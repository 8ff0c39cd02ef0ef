package org.ctavo.ingest.source;

import java.nio.file.Path;
import java.util.List;

import org.ctavo.spi.FaultCode;

/**
 * What there is to ingest.
 *
 * @param sources each once, in the order of their paths
 * @param problems what cannot be ingested, known before any file was read whole
 * @param directories the directories that hold them all
 */
public record Sources(List<Source> sources, List<Problem> problems, List<Path> directories) {

    /**
     * Something that cannot be ingested.
     *
     * @param place file, or what an index calls it
     * @param code why
     * @param reason the same in words
     */
    public record Problem(String place, FaultCode code, String reason) {}

    /** Copies the lists. */
    public Sources {
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
        directories = List.copyOf(directories);
    }
}
