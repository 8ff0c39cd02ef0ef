package org.ctavo.datalink.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import nom.tam.fits.BinaryTable;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.Header;
import nom.tam.util.FitsOutputStream;

/** A small FITS table in memory: columns first, then keywords, then its bytes. For one thread. */
final class FitsTable {
    private final List<Column> columns = new ArrayList<>();

    /** A column: texts, whole numbers or numbers. */
    private record Column(String name, String unit, List<?> values) {

        BinaryTable.ColumnDesc description() throws FitsException {
            if (values.stream().allMatch(String.class::isInstance)) {
                int width = values.stream()
                        .mapToInt(value -> ((String) value).length())
                        .max()
                        .orElse(1);
                return BinaryTable.ColumnDesc.createForStrings(Math.max(1, width));
            }
            boolean whole = values.get(0) instanceof Long;
            return BinaryTable.ColumnDesc.createForScalars(whole ? long.class : double.class);
        }
    }

    /** Adds a column; a table has one row or more. */
    FitsTable column(String name, String unit, List<?> values) {
        columns.add(new Column(name, unit, List.copyOf(values)));
        return this;
    }

    /**
     * The table as a gzip'ed FITS file: the same bytes for the same content.
     *
     * @param keywords of its header: texts, whole numbers and numbers
     */
    byte[] gzipped(String extension, Map<String, Object> keywords) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FitsOutputStream out = new FitsOutputStream(new GZIPOutputStream(bytes));
                Fits file = new Fits()) {
            BinaryTableHDU table = table();
            Header header = table.getHeader();
            header.addValue("EXTNAME", extension, "");
            for (Map.Entry<String, Object> keyword : keywords.entrySet()) {
                add(header, keyword.getKey(), keyword.getValue());
            }
            file.addHDU(Fits.makeHDU((Object) null));
            file.addHDU(table);
            file.write(out);
        } catch (FitsException e) {
            throw new IllegalStateException("A table of plain columns can be written.", e);
        }
        return bytes.toByteArray();
    }

    private BinaryTableHDU table() throws FitsException {
        BinaryTable data = new BinaryTable();
        for (Column column : columns) {
            data.addColumn(column.description());
        }
        for (int row = 0; row < columns.get(0).values().size(); row++) {
            int index = row;
            data.addRow(
                    columns.stream().map(column -> column.values().get(index)).toArray());
        }
        BinaryTableHDU table = data.toHDU();
        for (int i = 0; i < columns.size(); i++) {
            table.setColumnName(i, columns.get(i).name(), "");
            if (!columns.get(i).unit().isEmpty()) {
                table.getHeader().addValue("TUNIT" + (i + 1), columns.get(i).unit(), "");
            }
        }
        return table;
    }

    private static void add(Header header, String keyword, Object value) throws FitsException {
        if (value instanceof Long whole) {
            header.addValue(keyword, whole, "");
        } else if (value instanceof Double number) {
            header.addValue(keyword, number, "");
        } else {
            header.addValue(keyword, value.toString(), "");
        }
    }
}
