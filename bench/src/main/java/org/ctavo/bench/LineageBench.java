package org.ctavo.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.ctavo.bench.LoopbackClient.Answer;
import org.ctavo.database.Login;
import org.ctavo.database.Logins;

/**
 * Measures what a large lineage is asked: where products come from, by the provenance service and by ADQL; what a
 * calibration has touched; what a version of a step has made; and what it costs that one more product arrives. Every
 * answer is looked at; nothing is cached but by PostgreSQL and the system.
 */
public final class LineageBench {
    private static final int PRODUCTS = 2000;

    private final BenchOptions options;
    private final LineageSize size;
    private final List<String> lines = new ArrayList<>();

    /** Prepares a run over a lineage of so many entities, which {@link #load} made. */
    public LineageBench(BenchOptions options) {
        this.options = options;
        this.size = LineageSize.ofEntities(options.rows());
    }

    /** Fills schema provenance with a lineage of about so many entities, unless it is there already. */
    public static void load(Logins logins, long entities) throws SQLException {
        new LineageLoader(logins).load(LineageSize.ofEntities(entities));
    }

    /**
     * Runs every case.
     *
     * @return the report as text, a Markdown table
     * @throws IllegalStateException if the service answers anything wrong
     */
    public String run() throws IOException, SQLException, InterruptedException {
        lines.add(String.format(
                Locale.ROOT,
                "Entities: %,d; relations: %,d; progenitors: %s; %s",
                size.entities(),
                size.relations(),
                progenitors(),
                ServerVersion.of(options.logins().query())));
        lines.add("");
        lines.add("| case | median | p95 | p99 | worst |");
        lines.add("|---|---|---|---|---|");
        List<String> products = size.products(PRODUCTS, System.nanoTime());
        pause();
        try (LoopbackClient client = new LoopbackClient(options.service())) {
            double first = back(client, size.products(1, 3).get(0));
            lines.add(String.format(
                    Locale.ROOT,
                    "| the first question of all, five seconds after the start | %.1f ms | | | |",
                    first * 1000));
            times("provsap, DEPTH=ALL, product never asked for before", products, id -> back(client, id));
            times("the same products again", products, id -> back(client, id));
            times(
                    "provsap, DEPTH=ALL, with agents and descriptions",
                    size.products(PRODUCTS, 5),
                    id -> count(client, backTarget(id) + "&AGENT=1&DESCRIPTIONS=1", "wasAssociatedWith"));
            times(
                    "ADQL: progenitors by cta_derived_from",
                    size.products(PRODUCTS, 6),
                    id -> rows(
                            client,
                            "SELECT e.id FROM provenance.entity AS e WHERE 1 = cta_derived_from('" + id + "', e.id)",
                            5));
            impact(client, "all that comes from a DL1 file", "DL1", size.runs(), 3);
            impact(client, "all that comes from a calibration", "calibration", size.runs() / 100, 400);
            impact(client, "all that comes from a campaign", "campaign", size.runs() / 10_000, 40_000);
            made(client);
        }
        arrivals();
        return String.join(System.lineSeparator(), lines);
    }

    /** The service prepares itself for a moment; whoever asks within that waits with it. */
    private static void pause() throws InterruptedException {
        Thread.sleep(5000);
    }

    private interface Question {
        /** Seconds that the answer took. */
        double ask(String id) throws IOException, SQLException;
    }

    private void times(String name, List<String> ids, Question question) throws IOException, SQLException {
        double[] seconds = new double[ids.size()];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = question.ask(ids.get(i));
        }
        line(name, new Sample(seconds), "");
    }

    private void line(String name, Sample sample, String remark) {
        lines.add(String.format(
                Locale.ROOT,
                "| %s%s | %.1f ms | %.1f ms | %.1f ms | %.1f ms |",
                name,
                remark,
                sample.median() * 1000,
                sample.quantile(0.95) * 1000,
                sample.quantile(0.99) * 1000,
                sample.quantile(1) * 1000));
    }

    private String backTarget(String id) {
        return options.service().getPath() + "/provsap?DEPTH=ALL&ID=" + encoded(id);
    }

    /** The graph must go back to the acquisition and to the campaign. */
    private double back(LoopbackClient client, String id) throws IOException {
        return count(client, backTarget(id), "campaign ");
    }

    private static double count(LoopbackClient client, String target, String mark) throws IOException {
        Answer answer = Bench.checked(client.get(target));
        if (!answer.head().contains(mark) || !answer.head().contains("acquisition of run")) {
            throw new IllegalStateException("The graph of " + target + " lacks \"" + mark + "\".");
        }
        return answer.seconds();
    }

    private double rows(LoopbackClient client, String query, int least) throws IOException {
        Answer answer = Bench.checked(client.get(sync(query)));
        if (answer.head().lines().count() <= least) {
            throw new IllegalStateException("Too few rows: " + query);
        }
        return answer.seconds();
    }

    private String sync(String query) {
        return options.service().getPath() + "/tap/sync?LANG=ADQL&RESPONSEFORMAT=csv&MAXREC=10000000&QUERY="
                + encoded(query);
    }

    /** The rows are counted first: the time is to be seen beside their number. */
    private void impact(LoopbackClient client, String name, String kind, long of, int least) throws IOException {
        double[] seconds = new double[20];
        long most = 0;
        double perRow = 0;
        for (int i = 0; i < seconds.length; i++) {
            // Neither the first of its kind nor the last, which may be of few runs.
            String id = LineageSize.id(kind, Math.max(0, Math.min(of - 1, 1 + of * i / seconds.length)));
            String condition = " FROM provenance.entity AS e WHERE 1 = cta_derived_from(e.id, '" + id + "')";
            Answer counted = Bench.checked(client.get(sync("SELECT COUNT(*) AS n" + condition)));
            long count =
                    Long.parseLong(counted.head().lines().skip(1).findFirst().orElse("0"));
            if (count < Math.min(least, size.runs())) {
                throw new IllegalStateException("Only " + count + " entities come from " + id);
            }
            seconds[i] = Bench.checked(client.get(sync("SELECT e.id, e.name" + condition)))
                    .seconds();
            most = Math.max(most, count);
            perRow += seconds[i] / count / seconds.length;
        }
        line(
                name,
                new Sample(seconds),
                String.format(Locale.ROOT, " (up to %,d rows, %.1f µs a row)", most, perRow * 1e6));
    }

    /** What steps made, in the orders and combinations that tempt a database to read everything. */
    private void made(LoopbackClient client) throws IOException {
        String all = "SELECT e.id FROM provenance.entity AS e WHERE ";
        String mapping = "1 = cta_made_by(e.id, 'mapping', '0')";
        made(client, "all that version 0 of mapping made, by cta_made_by", all + mapping, 10);
        made(
                client,
                "of these the first hundred by name",
                all.replace("e.id", "TOP 100 e.id") + mapping + " ORDER BY e.name",
                10);
        made(
                client,
                "of these the one whose identifier is the last",
                all.replace("e.id", "TOP 1 e.id") + mapping + " ORDER BY e.id DESC",
                0);
        made(client, "of these the one of a name", all + mapping + " AND e.name = 'map of run 70'", 0);
        made(client, "all of version 0 or 1", all + mapping + " OR cta_made_by(e.id, 'mapping', '1') = 1", 10);
        made(
                client,
                "a version that there is not, by name",
                all + "1 = cta_made_by(e.id, 'mapping', 'none') ORDER BY e.name",
                -1);
        made(
                client,
                "all that comes from one DL1 file or another, or is the first of them",
                all + "cta_derived_from(e.id, '" + LineageSize.id("DL1", 7) + "') = 1 OR cta_derived_from(e.id, '"
                        + LineageSize.id("DL1", 70) + "') = 1 OR e.id = '" + LineageSize.id("DL1", 7) + "'",
                3);
    }

    private void made(LoopbackClient client, String name, String query, int least) throws IOException {
        double[] seconds = new double[10];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = rows(client, query, least);
        }
        line(name, new Sample(seconds), "");
    }

    /** A spectrum of two runs, as ingest writes it, but for the commit: it is taken back. */
    private void arrivals() throws SQLException {
        Login login = options.logins().ingest();
        double[] seconds = new double[300];
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            List<String> products = size.products(seconds.length, 9);
            for (int i = 0; i < seconds.length; i++) {
                long run =
                        Long.parseLong(products.get(i).substring(products.get(i).lastIndexOf('/') + 1));
                String made = LineageSize.id("new", i);
                String making = LineageSize.id("making", i);
                long start = System.nanoTime();
                statement.execute("INSERT INTO provenance.entity (id) VALUES ('" + made + "')");
                statement.execute("INSERT INTO provenance.activity (id) VALUES ('" + making + "')");
                statement.execute("INSERT INTO provenance.used (activity_id, entity_id) VALUES ('" + making + "', '"
                        + LineageSize.id("DL3", run) + "'), ('" + making + "', '" + LineageSize.id("DL3", run - 1)
                        + "')");
                statement.execute("INSERT INTO provenance.wasgeneratedby (entity_id, activity_id) VALUES ('" + made
                        + "', '" + making + "')");
                seconds[i] = (System.nanoTime() - start) / 1e9;
                connection.rollback();
            }
        }
        line("one more spectrum of two runs arrives, with its progenitors", new Sample(seconds), "");
    }

    private String progenitors() throws SQLException {
        Login login = options.logins().owner();
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT to_char(reltuples, 'FM999G999G999') || ', '"
                        + " || (SELECT pg_size_pretty(sum(pg_total_relation_size(oid))) FROM pg_class"
                        + " WHERE relnamespace = 'provenance'::regnamespace AND relkind = 'r')"
                        + " FROM pg_class WHERE oid = 'provenance.ancestor'::regclass")) {
            row.next();
            return row.getString(1);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
