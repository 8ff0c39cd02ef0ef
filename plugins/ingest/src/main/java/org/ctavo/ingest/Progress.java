package org.ctavo.ingest;

import java.io.PrintStream;

import org.slf4j.LoggerFactory;

/** Hears how an ingest goes on. Called by one thread. */
public interface Progress {

    /** So many files are to be dealt with. */
    void begin(int total);

    /** One of them was. */
    void step(IngestResult result);

    /** All of them were; who asked for the ingest has the report and says so. */
    void end(IngestReport report);

    /** A bar on a terminal if the process has one, else lines in the log. */
    static Progress best() {
        return TerminalProgress.isTerminal() ? terminal(System.err) : log();
    }

    /** A bar that redraws itself, with lines above it for what went wrong. */
    static Progress terminal(PrintStream out) {
        return new TerminalProgress(out);
    }

    /** Lines in the log: what went wrong, and from time to time how far it is. */
    static Progress log() {
        return new LogProgress(LoggerFactory.getLogger(IngestService.class));
    }

    /** Nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void begin(int total) {}

            @Override
            public void step(IngestResult result) {}

            @Override
            public void end(IngestReport report) {}
        };
    }
}
