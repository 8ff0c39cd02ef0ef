package org.ctavo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of a run: what was measured, its median and 95th percentile, its ratio to the floor. */
final class BenchReport {
    private final List<String> lines = new ArrayList<>();

    BenchReport(long rows, String server) {
        lines.add("Rows: " + rows + " × " + SyntheticTable.COLUMNS.size() + " columns");
        lines.add("Machine: " + machine() + "; " + server + "; Java " + Runtime.version());
        lines.add("");
        lines.add("| case | median | p95 | against COPY |");
        lines.add("|---|---|---|---|");
    }

    void time(String name, Sample sample) {
        lines.add("| " + name + " | " + text(sample.median()) + " | " + text(sample.quantile(0.95)) + " | |");
    }

    void ratio(String name, Sample sample, Sample floor) {
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f |",
                name,
                text(sample.median()),
                text(sample.quantile(0.95)),
                sample.median() / floor.median()));
    }

    void plain(String name, String value) {
        lines.add("| " + name + " | " + value + " | | |");
    }

    String text() {
        return String.join(System.lineSeparator(), lines);
    }

    static String text(double seconds) {
        return seconds < 0.1
                ? String.format(Locale.ROOT, "%.2f ms", seconds * 1000)
                : String.format(Locale.ROOT, "%.3f s", seconds);
    }

    static String machine() {
        String cores = Runtime.getRuntime().availableProcessors() + " cores";
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                            .findFirst()
                            .map(line -> line.substring(line.indexOf(':') + 1).strip() + ", ")
                            .orElse("")
                    + cores;
        } catch (IOException e) {
            return cores;
        }
    }

    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).replaceFirst("( \\S+){2}\\s*$", "");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
