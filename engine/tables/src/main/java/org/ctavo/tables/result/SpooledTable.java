package org.ctavo.tables.result;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.tap.result.OutputColumn;
import org.ctavo.tap.result.ResultDescription;
import uk.ac.starlink.table.AbstractStarTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowSequence;

/** A spooled result as STIL sees it: read in order, any number of times. */
final class SpooledTable extends AbstractStarTable {
    private final List<ColumnInfo> infos = new ArrayList<>();
    private final BinaryRow rows;
    private final Spool spool;

    SpooledTable(ResultDescription result, Spool spool, String status) {
        this.rows = new BinaryRow(result);
        this.spool = spool;
        List<OutputColumn> columns = result.columns().list();
        for (int i = 0; i < columns.size(); i++) {
            infos.add(info(columns.get(i), rows.cells().get(i)));
        }
        parameter("QUERY_STATUS", status);
        result.infos().forEach(info -> parameter(info.name(), info.value()));
    }

    private void parameter(String name, String value) {
        setParameter(new DescribedValue(new DefaultValueInfo(name, String.class, ""), value));
    }

    private static ColumnInfo info(OutputColumn column, Cell cell) {
        ColumnDescription description = column.description();
        ColumnInfo info = new ColumnInfo(column.name(), cell.valueClass(), description.description());
        description.unit().ifPresent(info::setUnitString);
        description.ucd().ifPresent(info::setUCD);
        description.utype().ifPresent(info::setUtype);
        description.xtype().ifPresent(info::setXtype);
        if (cell.valueClass().isArray()) {
            info.setShape(new int[] {-1});
        }
        return info;
    }

    @Override
    public int getColumnCount() {
        return infos.size();
    }

    @Override
    public ColumnInfo getColumnInfo(int column) {
        return infos.get(column);
    }

    @Override
    public long getRowCount() {
        return spool.rows();
    }

    @Override
    public RowSequence getRowSequence() throws IOException {
        return new Sequence(rows, spool.reader());
    }

    private static final class Sequence implements RowSequence {
        private final BinaryRow rows;
        private final Spool.Reader reader;
        private Object[] row;

        Sequence(BinaryRow rows, Spool.Reader reader) {
            this.rows = rows;
            this.reader = reader;
        }

        @Override
        public boolean next() throws IOException {
            byte[] message = reader.next();
            row = message == null ? null : rows.values(message, 0);
            return row != null;
        }

        @Override
        public Object getCell(int column) {
            return row[column];
        }

        @Override
        public Object[] getRow() {
            return row.clone();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
