package org.ctavo.tables.result;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.ctavo.spi.AsciiEscapes;
import uk.ac.starlink.ecsv.EcsvTableWriter;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.WrapperRowSequence;
import uk.ac.starlink.table.WrapperStarTable;

/**
 * Writes ECSV in UTF-8, by a writer that puts question marks where text is not ASCII. For one table: what it writes
 * lines in is its own.
 */
final class EcsvUtf8Writer extends EcsvTableWriter {

    EcsvUtf8Writer() {
        super(' ', "ECSV");
    }

    @Override
    public void writeStarTable(StarTable table, OutputStream out) throws IOException {
        OutputStream utf8 = AsciiEscapes.unescaping(new BufferedOutputStream(out));
        super.writeStarTable(new Escaped(table), utf8);
        utf8.flush();
    }

    /** A table with escapes in all its text. */
    private static final class Escaped extends WrapperStarTable {

        Escaped(StarTable table) {
            super(table);
        }

        @Override
        public ColumnInfo getColumnInfo(int column) {
            ColumnInfo info = new ColumnInfo(super.getColumnInfo(column));
            info.setName(AsciiEscapes.escaped(info.getName()));
            info.setDescription(AsciiEscapes.escaped(info.getDescription()));
            info.setUnitString(AsciiEscapes.escaped(info.getUnitString()));
            info.setUCD(AsciiEscapes.escaped(info.getUCD()));
            info.setUtype(AsciiEscapes.escaped(info.getUtype()));
            info.setXtype(AsciiEscapes.escaped(info.getXtype()));
            return info;
        }

        @Override
        public List<DescribedValue> getParameters() {
            return super.getParameters().stream().map(Escaped::parameter).toList();
        }

        private static DescribedValue parameter(DescribedValue value) {
            String name = AsciiEscapes.escaped(value.getInfo().getName());
            return new DescribedValue(
                    new DefaultValueInfo(name, value.getInfo().getContentClass(), ""), cell(value.getValue()));
        }

        private static Object cell(Object value) {
            return value instanceof String text ? AsciiEscapes.escaped(text) : value;
        }

        @Override
        public RowSequence getRowSequence() throws IOException {
            return new WrapperRowSequence(super.getRowSequence()) {
                @Override
                public Object getCell(int column) throws IOException {
                    return cell(super.getCell(column));
                }

                @Override
                public Object[] getRow() throws IOException {
                    Object[] row = super.getRow();
                    for (int i = 0; i < row.length; i++) {
                        row[i] = cell(row[i]);
                    }
                    return row;
                }
            };
        }
    }
}
