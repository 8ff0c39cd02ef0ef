package org.ctavo.soda.cutout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.ctavo.archive.dl3.Span;
import org.ctavo.archive.dl3.TimeFrame;
import org.ctavo.archive.fits.FitsCards;
import org.ctavo.archive.fits.FitsColumn;
import org.ctavo.archive.fits.FitsFile;
import org.ctavo.archive.fits.Hdu;
import org.ctavo.archive.fits.TableLayout;
import org.ctavo.archive.fits.TableRow;
import org.ctavo.soda.request.Interval;
import org.ctavo.soda.request.SodaFault;
import org.ctavo.spi.Fault;

/** A table of good times, cut to a window. */
final class GoodTimesCut {
    private static final int MOST = 100_000;

    private final List<Span> spans;
    private final TimeFrame frame;
    private final byte[] rows;
    private final FitsCards header;

    private GoodTimesCut(List<Span> spans, TimeFrame frame, byte[] rows, FitsCards header) {
        this.spans = List.copyOf(spans);
        this.frame = frame;
        this.rows = rows;
        this.header = header;
    }

    /** What an interval leaves: a span, and the table's row for it. */
    private static final class Piece {
        private final Span span;
        private final byte[] row;

        Piece(Span span, byte[] row) {
            this.span = span;
            this.row = row;
        }
    }

    /** Reads the table just reached and cuts it. */
    static GoodTimesCut read(FitsFile file, Hdu hdu, TableLayout layout, Interval utc) {
        TimeFrame frame = TimeFrame.of(hdu.header());
        TimeWindow window = TimeWindow.of(utc, frame);
        FitsColumn start = column(layout, "START");
        FitsColumn stop = column(layout, "STOP");
        if (layout.rows() > MOST || file.dataBytes() != layout.rows() * layout.rowBytes()) {
            throw new Fault(SodaFault.BAD_SOURCE, "The table of good times of this event list cannot be cut.");
        }
        List<Piece> pieces = new ArrayList<>();
        file.rows(layout, row -> cut(row, start, stop, window, pieces));
        // An instant is asked for seldom; where two intervals meet, one of them has it.
        List<Piece> lasting = pieces.stream()
                .filter(piece -> piece.span.low() < piece.span.high())
                .toList();
        List<Piece> kept = lasting.isEmpty() ? pieces.subList(0, Math.min(1, pieces.size())) : lasting;
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        kept.forEach(piece -> rows.writeBytes(piece.row));
        List<Span> spans = kept.stream().map(piece -> piece.span).toList();
        FitsCards cards = FitsCards.of(file.headerBytes());
        cards.set("NAXIS2", spans.size());
        if (spans.isEmpty()) {
            cards.remove("TSTART");
            cards.remove("TSTOP");
        } else {
            setIfThere(cards, "TSTART", first(spans));
            setIfThere(cards, "TSTOP", last(spans));
        }
        setIfThere(cards, "ONTIME", seconds(spans, frame));
        cards.history("Good times cut to " + utc.text() + " (MJD, UTC)");
        return new GoodTimesCut(spans, frame, rows.toByteArray(), cards);
    }

    private static void setIfThere(FitsCards cards, String keyword, double value) {
        if (cards.has(keyword)) {
            cards.set(keyword, value);
        }
    }

    private static void cut(TableRow row, FitsColumn start, FitsColumn stop, TimeWindow window, List<Piece> pieces) {
        double from = Math.max(row.number(start), window.start());
        double to = Math.min(row.number(stop), window.stop());
        if (from <= to) {
            byte[] bytes = new byte[row.size()];
            row.copy(bytes, 0);
            ByteBuffer.wrap(bytes).putDouble(start.offset(), from).putDouble(stop.offset(), to);
            pieces.add(new Piece(new Span(from, to), bytes));
        }
    }

    private static FitsColumn column(TableLayout layout, String name) {
        return layout.column(name)
                .filter(column -> column.type() == 'D' && column.repeat() == 1)
                .filter(column -> column.scale() == 1 && column.zero() == 0)
                .orElseThrow(() -> new Fault(
                        SodaFault.BAD_SOURCE,
                        "The table of good times of this event list has no " + name + " to cut."));
    }

    /** What is left of each interval, in the frame's unit; empty if nothing is. */
    List<Span> spans() {
        return spans;
    }

    /** What they count from. */
    TimeFrame frame() {
        return frame;
    }

    /** Bytes of the rows that are left. */
    int size() {
        return rows.length;
    }

    /** Writes the rows that are left, without padding. */
    void writeRows(OutputStream out) throws IOException {
        out.write(rows);
    }

    /** The header as it is to be written, with sums; once. */
    byte[] header(Stamp stamp) {
        header.set("DATE", EventHeader.date(stamp), "creation of this HDU (UTC)");
        DataSum sum = new DataSum();
        sum.write(rows, 0, rows.length);
        return header.sealed(sum.value());
    }

    /** Their lengths together, in seconds. */
    static double seconds(List<Span> spans, TimeFrame frame) {
        return spans.stream()
                .mapToDouble(span -> frame.seconds(span.high() - span.low()))
                .sum();
    }

    static double first(List<Span> spans) {
        return spans.stream().mapToDouble(Span::low).min().orElseThrow();
    }

    static double last(List<Span> spans) {
        return spans.stream().mapToDouble(Span::high).max().orElseThrow();
    }
}
