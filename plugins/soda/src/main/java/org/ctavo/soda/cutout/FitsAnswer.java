package org.ctavo.soda.cutout;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.ctavo.archive.ProductFile;
import org.ctavo.archive.dl3.HduKind;
import org.ctavo.archive.fits.FitsFile;
import org.ctavo.archive.fits.Hdu;
import org.ctavo.spi.Fault;

/**
 * Writes a cut-out as FITS: every HDU of the source, of which only the events and, after a cut in time, GTI change. The
 * responses that lie in other files come after them.
 */
final class FitsAnswer implements Answer {
    private final CutoutPlan plan;
    private final byte[] eventHeader;
    private final List<byte[]> goodTimeHeaders = new ArrayList<>();

    FitsAnswer(CutoutPlan plan, Stamp stamp) {
        this.plan = plan;
        this.eventHeader = plan.eventCards(stamp).sealed(plan.events().sum());
        for (GoodTimesCut cut : plan.goodTimes()) {
            goodTimeHeaders.add(cut.header(stamp));
        }
    }

    @Override
    public OptionalLong length() {
        CutoutPlan.Events events = plan.events();
        long bytes = plan.untouched()
                + eventHeader.length
                + FitsFile.padded(plan.count() * events.layout().rowBytes() + events.heap());
        for (byte[] header : goodTimeHeaders) {
            bytes += header.length;
        }
        for (GoodTimesCut cut : plan.goodTimes()) {
            bytes += FitsFile.padded(cut.size());
        }
        return OptionalLong.of(bytes);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        Iterator<byte[]> headers = goodTimeHeaders.iterator();
        Iterator<GoodTimesCut> cuts = plan.goodTimes().iterator();
        Source source = plan.source();
        copy(source.path(), source.file(), (file, hdu) -> {
            if (hdu.index() == plan.events().index()) {
                events(file, out);
            } else if (!plan.leavesOut(hdu.index())) {
                copy(file, hdu, headers, cuts, out);
            }
        });
        for (Appendix appendix : plan.appendices()) {
            Companion companion = appendix.companion();
            copy(companion.path(), companion.file(), (file, hdu) -> {
                if (appendix.takes(hdu.index())) {
                    copy(file, hdu, headers, cuts, out);
                }
            });
        }
    }

    private interface Writer {
        void write(FitsFile file, Hdu hdu) throws IOException;
    }

    private void copy(Path path, ProductFile listed, Writer writer) throws IOException {
        try (FitsFile file = FitsFile.open(path)) {
            for (Optional<Hdu> hdu = file.next(); hdu.isPresent(); hdu = file.next()) {
                plan.checkStop();
                writer.write(file, hdu.get());
            }
            // What was sent of another file is no file: the connection must break.
            CutoutPlan.checkSeal(file, listed);
        } catch (Fault e) {
            throw CutoutPlan.readable(e);
        }
    }

    private void copy(FitsFile file, Hdu hdu, Iterator<byte[]> headers, Iterator<GoodTimesCut> cuts, OutputStream out)
            throws IOException {
        if (plan.isCut(HduKind.of(hdu)) && headers.hasNext()) {
            out.write(headers.next());
            GoodTimesCut cut = cuts.next();
            cut.writeRows(out);
            pad(out, cut.size());
        } else {
            out.write(file.headerBytes());
            file.copy(FitsFile.padded(file.dataBytes()), out);
        }
    }

    private void events(FitsFile file, OutputStream out) throws IOException {
        out.write(eventHeader);
        int rowBytes = plan.events().layout().rowBytes();
        int rows = (int) plan.events().layout().rows();
        BitSet taken = plan.taken();
        int at = 0;
        while (at < rows) {
            plan.checkStop();
            int first = taken.nextSetBit(at);
            if (first < 0) {
                break;
            }
            int end = taken.nextClearBit(first);
            file.copy((long) (first - at) * rowBytes, OutputStream.nullOutputStream());
            file.copy((long) (end - first) * rowBytes, out);
            at = end;
        }
        long heap = plan.events().heap();
        if (heap > 0) {
            file.copy((long) (rows - at) * rowBytes, OutputStream.nullOutputStream());
            file.copy(heap, out);
        }
        pad(out, plan.count() * rowBytes + heap);
    }

    private static void pad(OutputStream out, long written) throws IOException {
        out.write(new byte[(int) (FitsFile.padded(written) - written)]);
    }
}
