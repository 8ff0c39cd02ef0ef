package org.ctavo.ingest;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** A progress bar. For one thread. */
final class TerminalProgress implements Progress {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = Duration.ofMillis(80).toNanos();
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private int total;
    private int done;
    private long drawn;

    TerminalProgress(PrintStream out) {
        this.out = out;
    }

    /** Whether somebody watches. From Java 22 on there is a console always, and it must be asked. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @Override
    public void begin(int files) {
        total = files;
        draw();
    }

    @Override
    public void step(IngestResult result) {
        done++;
        if (!result.message().isEmpty()) {
            out.print(CLEAR_LINE + LogProgress.line(result) + System.lineSeparator());
        }
        if (done == total || System.nanoTime() - drawn > REDRAW_NANOS) {
            draw();
        }
    }

    @Override
    public void end(IngestReport report) {
        out.print(CLEAR_LINE);
        out.flush();
    }

    private void draw() {
        drawn = System.nanoTime();
        int filled = total == 0 ? WIDTH : (int) ((long) WIDTH * done / total);
        out.print(String.format(
                Locale.ROOT,
                "%s[%s%s] %d/%d",
                CLEAR_LINE,
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                done,
                total));
        out.flush();
    }
}
