package org.ctavo.war.check;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Prints what a check finds, a line each, and to a terminal a bar that redraws itself. Of a root that is away, only the
 * first file is named: the others are only counted.
 */
public final class CheckPrinter implements CheckProgress {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream lines;
    private final Optional<PrintStream> terminal;
    private final Set<String> rootsAway = new HashSet<>();
    private long totalFiles;
    private long totalBytes;
    private long files;
    private long bytes;
    private long drawn;

    /**
     * A printer.
     *
     * @param lines where findings go
     * @param terminal where a bar is drawn; empty for none
     */
    public CheckPrinter(PrintStream lines, Optional<PrintStream> terminal) {
        this.lines = lines;
        this.terminal = terminal;
    }

    @Override
    public void begin(long allFiles, long allBytes) {
        totalFiles = allFiles;
        totalBytes = allBytes;
        draw();
    }

    @Override
    public void step(long fileBytes, Optional<Finding> finding) {
        files++;
        bytes += fileBytes;
        if (finding.isPresent() && isNews(finding.get())) {
            terminal.ifPresent(out -> out.print(CLEAR_LINE));
            lines.println(finding.get().line());
            draw();
        } else if (System.nanoTime() - drawn > REDRAW_NANOS) {
            draw();
        }
    }

    private boolean isNews(Finding finding) {
        return switch (finding.fault()) {
            case NO_ROOT, ROOT_AWAY -> rootsAway.add(finding.file().location().root());
            case MISSING, OUTSIDE, NO_FILE, UNREADABLE, SIZE, CHECKSUM -> true;
        };
    }

    @Override
    public void end() {
        terminal.ifPresent(out -> {
            out.print(CLEAR_LINE);
            out.flush();
        });
    }

    private void draw() {
        drawn = System.nanoTime();
        terminal.ifPresent(out -> {
            double part = totalBytes == 0 ? 1 : Math.min(1, (double) bytes / totalBytes);
            int filled = (int) (WIDTH * part);
            out.print(String.format(
                    Locale.ROOT,
                    "%s[%s%s] %d/%d files, %s of %s",
                    CLEAR_LINE,
                    "#".repeat(filled),
                    ".".repeat(WIDTH - filled),
                    files,
                    totalFiles,
                    size(bytes),
                    size(totalBytes)));
            out.flush();
        });
    }

    /** A number of bytes for people. */
    public static String size(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
        double number = bytes;
        int unit = 0;
        while (number >= 999.5 && unit < units.length - 1) {
            number /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", number, units[unit]);
    }
}
