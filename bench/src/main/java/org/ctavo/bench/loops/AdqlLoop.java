package org.ctavo.bench.loops;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.ctavo.adql.Adql;
import org.ctavo.adql.checked.CheckedQuery;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.metadata.Metadata;
import org.ctavo.adql.metadata.TableCatalogue;
import org.ctavo.adql.sql.IvoaFunctions;
import org.ctavo.adql.sql.Translation;
import org.ctavo.adql.tree.Query;
import org.ctavo.bench.BenchTables;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A typical cone search from text to SQL; the design allows it 0.2 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class AdqlLoop {
    private static final String CONE = "SELECT TOP 100 obs_id, target_name, s_ra, s_dec, t_exptime FROM bench.obscore"
            + " WHERE 1 = CONTAINS(POINT('ICRS', s_ra, s_dec), CIRCLE('ICRS', 83.6331, 22.0145, 0.1))"
            + " AND t_exptime > 1000 ORDER BY t_min DESC";

    private final Adql adql = new Adql(FeatureSet.ALL, IvoaFunctions.declarations());
    private final Metadata metadata = TableCatalogue.of(List.of(BenchTables.schema()));
    private final CheckedQuery checked = adql.check(CONE, metadata);

    /** Text to tree. */
    @Benchmark
    public Query parse() {
        return adql.parse(CONE);
    }

    /** Text to checked tree. */
    @Benchmark
    public CheckedQuery parseAndCheck() {
        return adql.check(CONE, metadata);
    }

    /** Checked tree to SQL. */
    @Benchmark
    public Translation translate() {
        return adql.translate(checked, 101);
    }

    /** All of it. */
    @Benchmark
    public Translation textToSql() {
        return adql.translate(adql.check(CONE, metadata), 101);
    }
}
