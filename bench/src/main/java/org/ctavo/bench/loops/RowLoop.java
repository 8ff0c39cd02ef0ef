package org.ctavo.bench.loops;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.ctavo.adql.type.PgType;
import org.ctavo.bench.BenchTables;
import org.ctavo.spi.ColumnDescription;
import org.ctavo.tap.result.ResultColumns;
import org.ctavo.tap.result.ResultDescription;
import org.ctavo.tap.result.ResultFormats;
import org.ctavo.tap.result.ResultWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One row of nineteen columns, from PostgreSQL's binary form into a VOTable's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class RowLoop {
    /** The serialisation. */
    @Param({"votable/b2", "votable/b"})
    public String format;

    private final byte[] row = row();
    private final OutputStream out = OutputStream.nullOutputStream();
    private ResultWriter writer;

    /** Makes a writer for the format. */
    @Setup
    public void open() {
        List<ColumnDescription> columns = BenchTables.schema().tables().get(0).columns();
        ResultColumns result =
                new ResultColumns(columns, columns.stream().map(PgType::of).toList());
        writer = ResultFormats.BUILT_IN
                .named(format)
                .orElseThrow()
                .format()
                .writers()
                .apply(new ResultDescription(result, List.of(), List.of()));
    }

    private static byte[] row() {
        ByteBuffer bytes = ByteBuffer.allocate(4096);
        for (ColumnDescription column : BenchTables.schema().tables().get(0).columns()) {
            switch (column.datatype()) {
                case "int" -> bytes.putInt(4).putInt(2);
                case "long" -> bytes.putInt(8).putLong(523);
                case "double" -> bytes.putInt(8).putDouble(83.6331);
                default -> {
                    byte[] text = (column.name() + " of a row").getBytes(StandardCharsets.UTF_8);
                    bytes.putInt(text.length).put(text);
                }
            }
        }
        byte[] row = new byte[bytes.position()];
        bytes.flip().get(row);
        return row;
    }

    /** Appends one row; what is full is handed on. */
    @Benchmark
    public void transcode() throws IOException {
        writer.row(row, 0, out);
    }
}
