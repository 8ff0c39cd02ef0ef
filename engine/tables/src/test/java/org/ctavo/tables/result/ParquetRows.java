package org.ctavo.tables.result;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;

/** Reads a Parquet file by Parquet's own library, not by the one that wrote it. */
final class ParquetRows {

    private ParquetRows() {}

    /** The rows, each as its columns' names and values. */
    static List<String> read(File file) throws IOException {
        Hydrator<StringBuilder, String> hydrator = new Hydrator<>() {
            @Override
            public StringBuilder start() {
                return new StringBuilder();
            }

            @Override
            public StringBuilder add(StringBuilder row, String heading, Object value) {
                return row.append(heading).append('=').append(value).append(';');
            }

            @Override
            public String finish(StringBuilder row) {
                return row.toString();
            }
        };
        try (Stream<String> rows = ParquetReader.streamContent(file, HydratorSupplier.constantly(hydrator))) {
            return new ArrayList<>(rows.toList());
        }
    }
}
