package org.ctavo.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

import org.ctavo.bench.LoopbackClient.Answer;
import org.ctavo.database.Login;
import org.ctavo.database.Logins;

/**
 * The measurements of the design's section on numbers to beat: each case against the service over loopback, and COPY of
 * the same rows between them, so that both see the same machine. Every request is executed; nothing is cached.
 */
public final class Bench {
    private static final String ALL = "SELECT * FROM bench.obscore";
    private static final String CONE = "SELECT * FROM bench.obscore WHERE DISTANCE(s_ra, s_dec, "
            + SyntheticRows.CENTRE_RA + ", " + SyntheticRows.CENTRE_DEC + ") < " + SyntheticRows.RADIUS;
    private static final String CONE_FLOOR = "SELECT * FROM bench.obscore WHERE sphere.vec(s_ra, s_dec)"
            + " OPERATOR(sphere.<@) sphere.cone(" + SyntheticRows.CENTRE_RA + ", " + SyntheticRows.CENTRE_DEC + ", "
            + SyntheticRows.RADIUS + ") AND sphere.distance(s_ra, s_dec, " + SyntheticRows.CENTRE_RA + ", "
            + SyntheticRows.CENTRE_DEC + ") < " + SyntheticRows.RADIUS;

    private final BenchOptions options;
    private final String tap;

    /** Prepares a run. */
    public Bench(BenchOptions options) {
        this.options = options;
        this.tap = options.service().getPath() + "/tap";
    }

    /** Fills the synthetic table with the given number of rows, unless it holds them already. Needs schema sphere. */
    public static void load(Logins logins, long rows) throws SQLException {
        new Loader(logins).load(rows);
    }

    /**
     * Runs every case.
     *
     * @return the report as text, a Markdown table
     * @throws IllegalStateException if the service answers anything wrong: a wrong answer is no measurement
     */
    public String run() throws IOException, SQLException, InterruptedException {
        Login login = options.logins().query();
        try (LoopbackClient client = new LoopbackClient(options.service());
                CopyFloor floor = new CopyFloor(login)) {
            BenchReport report = new BenchReport(options.rows(), server(login));
            report.time("TOP 1, sync", repeat(client, sync("SELECT TOP 1 * FROM bench.obscore", "votable"), 1000));
            cone(client, floor, report);
            report.time("TOP 1, async: create, run, wait, result", asynchronous(client));
            report.plain("16 clients on the cone", Crowd.requestsPerSecond(options.service(), coneTarget(), 16, 5));
            bulk(floor, report, "BINARY2", "votable", "binary");
            bulk(floor, report, "CSV", "csv", "csv");
            if (options.serviceProcess().isPresent()) {
                report.plain(
                        "most memory of the service's process",
                        memory(options.serviceProcess().getAsLong()));
            }
            return report.text();
        }
    }

    private void cone(LoopbackClient client, CopyFloor floor, BenchReport report) throws IOException, SQLException {
        long expected = SyntheticRows.inCone(options.rows());
        Answer counted = checked(client.get(sync("SELECT COUNT(*) FROM (" + CONE + ") AS c", "csv")));
        String[] lines = counted.head().strip().split("\\R", -1);
        if (!lines[lines.length - 1].equals(Long.toString(expected))) {
            throw new IllegalStateException(
                    "The cone holds " + expected + " rows, the service says: " + counted.head());
        }
        Sample service = repeat(client, coneTarget(), 1000);
        double[] seconds = new double[1000];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = floor.seconds(CONE_FLOOR, "binary");
        }
        Sample copy = new Sample(seconds);
        report.time("COPY binary, cone of " + expected + " rows", copy);
        report.ratio("cone of " + expected + " rows, sync", service, copy);
    }

    private void bulk(CopyFloor floor, BenchReport report, String name, String format, String copyFormat)
            throws IOException, SQLException {
        double[] service = new double[options.repeats()];
        double[] first = new double[options.repeats()];
        double[] copy = new double[options.repeats()];
        all(format);
        floor.seconds(ALL, copyFormat);
        for (int i = 0; i < options.repeats(); i++) {
            copy[i] = floor.seconds(ALL, copyFormat);
            Answer answer = all(format);
            service[i] = answer.seconds();
            first[i] = answer.firstByte();
        }
        report.time("COPY " + copyFormat + ", all rows", new Sample(copy));
        report.ratio(name + ", all rows", new Sample(service), new Sample(copy));
        report.time(name + ", all rows: first byte", new Sample(first));
    }

    /** All rows, over a connection of its own: a kept one would be closed while COPY takes its turn. */
    private Answer all(String format) throws IOException {
        try (LoopbackClient client = new LoopbackClient(options.service())) {
            return checked(client.get(sync(ALL, format)));
        }
    }

    private Sample asynchronous(LoopbackClient client) throws IOException {
        String form = "LANG=ADQL&PHASE=RUN&QUERY=" + encoded("SELECT TOP 1 * FROM bench.obscore");
        double[] seconds = new double[200];
        for (int i = -50; i < seconds.length; i++) {
            long start = System.nanoTime();
            String job = path(client.post(tap + "/async", form).location());
            String phase = "";
            while (!phase.contains("COMPLETED")) {
                if (phase.contains("ERROR") || phase.contains("ABORTED")) {
                    throw new IllegalStateException("An asynchronous job failed: " + phase);
                }
                phase = client.get(job + "?WAIT=10").head();
            }
            checked(client.get(job + "/results/result"));
            if (i >= 0) {
                seconds[i] = (System.nanoTime() - start) / 1e9;
            }
        }
        return new Sample(seconds);
    }

    private static String path(String location) {
        int authority = location.indexOf("//");
        return authority < 0 ? location : location.substring(location.indexOf('/', authority + 2));
    }

    /** As many requests again go before, to warm the service up, and are not counted. */
    private static Sample repeat(LoopbackClient client, String target, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            checked(client.get(target));
        }
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++) {
            seconds[i] = checked(client.get(target)).seconds();
        }
        return new Sample(seconds);
    }

    private String coneTarget() {
        return sync(CONE, "votable");
    }

    private String sync(String query, String format) {
        return tap + "/sync?LANG=ADQL&RESPONSEFORMAT=" + format + "&MAXREC=" + (options.rows() + 1) + "&QUERY="
                + encoded(query);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Answer checked(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException("The service answered " + answer.status() + ": " + answer.head());
        }
        return answer;
    }

    private static String server(Login login) throws SQLException {
        return ServerVersion.of(login);
    }

    private static String memory(long process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .map(mebibytes -> String.format(Locale.ROOT, "%d MiB", mebibytes))
                    .orElse("unknown");
        }
    }
}
