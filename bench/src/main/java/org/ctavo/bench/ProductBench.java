package org.ctavo.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.ctavo.bench.LoopbackClient.Answer;
import org.ctavo.database.Login;
import org.ctavo.database.Logins;

/**
 * The searches of the archive over many generated products: asked over loopback as anybody asks them, each with many
 * values; and their plans. Every request is executed; nothing is cached but by PostgreSQL and the system.
 */
public final class ProductBench {
    /** What a person looks at, and what the service gives unless asked for more. */
    private static final long[] LIMITS = {1000, 100_000};

    private static final int VALUES = 200;

    private final BenchOptions options;
    private final Login login;

    /** Prepares a run over {@link BenchOptions#rows()} products. */
    public ProductBench(BenchOptions options) {
        this.options = options;
        this.login = options.logins().query();
    }

    /** Fills the archive with so many products, unless it holds them already. */
    public static void load(Logins logins, long products) throws SQLException, InterruptedException {
        new ProductLoader(logins).load(products);
    }

    /**
     * Runs every search.
     *
     * @return the report as text, Markdown tables
     * @throws IllegalStateException if the service answers an error
     */
    public String run() throws IOException, SQLException {
        long runs = options.rows() / ProductLoader.PRODUCTS_PER_RUN;
        Map<String, List<String>> cases = SearchCases.of(options.logins().owner(), runs, VALUES);
        List<String> lines = new ArrayList<>(List.of(
                "Products: " + options.rows() + "; " + BenchReport.machine() + "; " + ServerVersion.of(login)
                        + "; Java " + Runtime.version(),
                "Load of the machine (1, 5, 15 minutes): " + BenchReport.load()));
        try (LoopbackClient client = new LoopbackClient(options.service())) {
            for (int i = 0; i < 500; i++) {
                ask(client, "SELECT TOP 5 * FROM cta.vo_obscore WHERE run_id = " + i, 5);
            }
            for (long limit : LIMITS) {
                lines.addAll(List.of(
                        "",
                        "At most " + limit + " rows:",
                        "",
                        "| search | values | rows: median, most | new: median | p95 | again: median | p95 | scans |",
                        "|---|---|---|---|---|---|---|---|"));
                for (Map.Entry<String, List<String>> search : cases.entrySet()) {
                    lines.add(measured(client, search.getKey(), search.getValue(), limit));
                }
            }
        }
        lines.add("");
        lines.add("Load of the machine at the end: " + BenchReport.load());
        return String.join(System.lineSeparator(), lines);
    }

    /** Large answers are asked for with fewer values. */
    private String measured(LoopbackClient client, String name, List<String> queries, long limit)
            throws IOException, SQLException {
        List<String> asked = queries.subList(0, Math.min(queries.size(), limit > 1000 ? 20 : VALUES));
        Sample first = seconds(client, asked, limit);
        Sample again = seconds(client, asked, limit);
        double[] rows = new double[asked.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = rows(client, asked.get(i), limit);
        }
        Sample counts = new Sample(rows);
        Map<String, String> scans = new SearchPlans(login).scans(asked, limit);
        scans.values().stream().limit(1).forEach(plan -> System.err.println(name + " scans:\n" + plan));
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f, %.0f | %s | %s | %s | %s | %d |",
                name,
                asked.size(),
                counts.median(),
                counts.quantile(1),
                BenchReport.text(first.median()),
                BenchReport.text(first.quantile(0.95)),
                BenchReport.text(again.median()),
                BenchReport.text(again.quantile(0.95)),
                scans.size());
    }

    private Sample seconds(LoopbackClient client, List<String> queries, long limit) throws IOException {
        // A search with few values is asked several times, or its p95 would say nothing.
        int times = Math.max(1, 20 / queries.size());
        double[] seconds = new double[queries.size() * times];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = ask(client, queries.get(i % queries.size()), limit).seconds();
        }
        return new Sample(seconds);
    }

    private double rows(LoopbackClient client, String query, long limit) throws IOException {
        // What is counted has no order.
        String plain =
                query.replaceFirst("\\s+ORDER BY [^)]*$", "").replaceFirst("^SELECT ", "SELECT TOP " + limit + " ");
        String[] lines = ask(client, "SELECT COUNT(*) FROM (" + plain + ") AS q", "csv", 1)
                .head()
                .strip()
                .split("\\R", -1);
        return Double.parseDouble(lines[lines.length - 1]);
    }

    private Answer ask(LoopbackClient client, String query, long limit) throws IOException {
        return ask(client, query, "votable", limit);
    }

    private Answer ask(LoopbackClient client, String query, String format, long limit) throws IOException {
        return Bench.checked(client.get(options.service().getPath() + "/tap/sync?LANG=ADQL&RESPONSEFORMAT=" + format
                + "&MAXREC=" + limit + "&QUERY=" + Bench.encoded(query)));
    }
}
