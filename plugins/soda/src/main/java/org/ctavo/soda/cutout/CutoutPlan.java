package org.ctavo.soda.cutout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.ctavo.archive.Derivation;
import org.ctavo.archive.ProductFile;
import org.ctavo.archive.dl3.Dl3Fault;
import org.ctavo.archive.dl3.HduKind;
import org.ctavo.archive.fits.FitsCards;
import org.ctavo.archive.fits.FitsFault;
import org.ctavo.archive.fits.FitsFile;
import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.archive.fits.Hdu;
import org.ctavo.archive.fits.TableLayout;
import org.ctavo.archive.fits.TableRow;
import org.ctavo.soda.request.Selection;
import org.ctavo.soda.request.SodaFault;
import org.ctavo.spi.Fault;

/**
 * All that must be known of a cut-out before its first byte: which events it takes (one bit an event), how they sum up,
 * what is left of the good times, and that the file is whole and the one the archive took note of. Immutable once made.
 */
public final class CutoutPlan {
    private static final int LOOK = 1 << 12;

    private final Source source;
    private final Selection selection;
    private final BooleanSupplier stop;
    private final List<GoodTimesCut> goodTimes = new ArrayList<>();
    private final BitSet taken = new BitSet();
    private final EventTimes times = new EventTimes();
    /** Kinds of responses that other files give; what the event list's own file has of them does not count. */
    private final Set<HduKind> replaced = EnumSet.noneOf(HduKind.class);

    private final BitSet leftOut = new BitSet();
    private final List<Appendix> appendices = new ArrayList<>();
    private final List<Derivation.Input> inputs = new ArrayList<>();
    private boolean hasGoodTimes;
    private Events events;
    private long untouched;
    private Optional<Exposure> exposure = Optional.empty();

    /**
     * The event list as the first reading found it.
     *
     * @param index of its HDU
     * @param keywords of its header
     * @param header the same, to be written
     * @param layout of its rows
     * @param sum DATASUM of the events taken
     * @param heap bytes that follow the rows and belong to no row alone
     */
    record Events(int index, FitsHeader keywords, FitsCards header, TableLayout layout, long sum, long heap) {}

    private CutoutPlan(Source source, Selection selection, BooleanSupplier stop) {
        this.source = source;
        this.selection = selection;
        this.stop = stop;
    }

    /**
     * Reads a file for the first time.
     *
     * @param stop is asked now and then whether to give up
     * @return empty if the selection takes no event
     * @throws Fault {@code CHANGED}, {@code BAD_SOURCE}
     * @throws CancellationException if told to stop
     */
    public static Optional<CutoutPlan> of(Source source, Selection selection, BooleanSupplier stop) {
        CutoutPlan plan = new CutoutPlan(source, selection, stop);
        try {
            plan.read();
        } catch (Fault e) {
            throw readable(e);
        }
        return plan.taken.isEmpty() ? Optional.empty() : Optional.of(plan);
    }

    /** Faults of the archive's own files are not the user's. */
    static Fault readable(Fault fault) {
        boolean isFile = fault.code() instanceof FitsFault || fault.code() instanceof Dl3Fault;
        return isFile
                ? new Fault(
                        SodaFault.BAD_SOURCE,
                        "The archive's file of this event list cannot be cut: " + fault.getMessage(),
                        fault)
                : fault;
    }

    private interface Reader {
        void look(FitsFile file, Hdu hdu);
    }

    private void read() {
        source.companions().forEach(companion -> replaced.addAll(companion.responses()));
        read(source.path(), source.file(), this::look);
        if (events == null) {
            throw new Fault(SodaFault.BAD_SOURCE, "The archive's file of this event list holds no event list.");
        }
        if (taken.isEmpty()) {
            return;
        }
        for (Companion companion : source.companions()) {
            Appendix appendix = new Appendix(companion);
            read(companion.path(), companion.file(), (file, hdu) -> append(appendix, file, hdu));
            if (!appendix.names().isEmpty()) {
                appendices.add(appendix);
            }
        }
        exposure = selection.time().map(time -> Exposure.of(events.keywords(), time, goodTimes)
                .orElseGet(times::withoutGoodTime));
    }

    private static void read(Path path, ProductFile listed, Reader reader) {
        try (FitsFile file = FitsFile.open(path)) {
            for (Optional<Hdu> hdu = file.next(); hdu.isPresent(); hdu = file.next()) {
                reader.look(file, hdu.get());
            }
            checkSeal(file, listed);
        }
    }

    /** Reads a file to its end and makes sure that it is the one the archive took note of. */
    static void checkSeal(FitsFile file, ProductFile listed) {
        if (!file.seal().sha256().equalsIgnoreCase(listed.sha256())) {
            throw changed();
        }
    }

    private static Fault changed() {
        return new Fault(
                SodaFault.CHANGED,
                "The file has changed since it was listed and waits for the archive to take note of it.");
    }

    private void look(FitsFile file, Hdu hdu) {
        HduKind kind = HduKind.of(hdu);
        if (kind == HduKind.EVENTS && events != null) {
            throw new Fault(SodaFault.BAD_SOURCE, "The archive's file holds several event lists.");
        }
        if (kind == HduKind.EVENTS) {
            events = take(file, hdu, hdu.table().orElseThrow());
        } else if (replaced.contains(kind)) {
            leftOut.set(hdu.index());
        } else {
            keep(file, hdu, kind);
            if (kind != HduKind.OTHER) {
                inputs.add(input(kind, source.file(), hdu));
            }
        }
    }

    private static Derivation.Input input(HduKind kind, ProductFile file, Hdu hdu) {
        return new Derivation.Input(kind.name().toLowerCase(Locale.ROOT), file.sha256(), hdu.index());
    }

    private void keep(FitsFile file, Hdu hdu, HduKind kind) {
        hasGoodTimes |= kind == HduKind.GTI;
        if (isCut(kind)) {
            goodTimes.add(GoodTimesCut.read(
                    file, hdu, hdu.table().orElseThrow(), selection.time().orElseThrow()));
        } else {
            untouched += file.headerBytes().length + FitsFile.padded(file.dataBytes());
        }
    }

    private void append(Appendix appendix, FitsFile file, Hdu hdu) {
        checkStop();
        HduKind kind = HduKind.of(hdu);
        boolean isWanted =
                switch (kind) {
                    case AEFF, EDISP, PSF, BKG, RAD_MAX, POINTING, OTHER -> true;
                    case GTI -> !hasGoodTimes && isOfThisRun(hdu);
                    case EVENTS, OBS_INDEX, HDU_INDEX -> false;
                };
        if (isWanted && appendix.companion().lists(hdu)) {
            appendix.add(hdu.index(), hdu.extensionName());
            keep(file, hdu, kind);
            inputs.add(input(kind, appendix.companion().file(), hdu));
        }
    }

    /** Responses may lie in the file of another run, whose good times are not this one's. */
    private boolean isOfThisRun(Hdu hdu) {
        OptionalLong run = hdu.header().whole("OBS_ID");
        return run.isEmpty() || run.equals(events.keywords().whole("OBS_ID"));
    }

    /** Whether the HDU is written anew because of a cut in time. */
    boolean isCut(HduKind kind) {
        return kind == HduKind.GTI && selection.time().isPresent();
    }

    private Events take(FitsFile file, Hdu hdu, TableLayout layout) {
        if (layout.rows() >= Integer.MAX_VALUE) {
            throw new Fault(SodaFault.BAD_SOURCE, "The event list is longer than any that can be cut.");
        }
        EventFilter filter = new EventFilter(selection, hdu.header(), layout);
        DataSum sum = new DataSum();
        byte[] bytes = new byte[layout.rowBytes()];
        RowCounter counter = new RowCounter();
        file.rows(layout, row -> take(row, filter, counter, bytes, sum));
        long heap = file.dataBytes() - layout.rows() * layout.rowBytes();
        try {
            file.copy(heap, sum);
        } catch (IOException e) {
            throw new IllegalStateException("A sum takes everything.", e);
        }
        return new Events(hdu.index(), hdu.header(), FitsCards.of(file.headerBytes()), layout, sum.value(), heap);
    }

    private void take(TableRow row, EventFilter filter, RowCounter counter, byte[] bytes, DataSum sum) {
        int index = counter.next();
        if (index % LOOK == 0) {
            checkStop();
        }
        if (filter.takes(row)) {
            taken.set(index);
            times.add(filter.time(row));
            row.copy(bytes, 0);
            sum.write(bytes, 0, bytes.length);
        }
    }

    /** Counts rows. For one thread. */
    static final class RowCounter {
        private int rows;

        int next() {
            return rows++;
        }
    }

    void checkStop() {
        if (stop.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    /** What it is made from. */
    public Source source() {
        return source;
    }

    /** How many events it takes. */
    public long count() {
        return taken.cardinality();
    }

    /** How many events there are. */
    public long of() {
        return events.layout().rows();
    }

    /** Bytes of the HDUs that stay as they are. */
    long untouched() {
        return untouched;
    }

    /** Whether the source's HDU of that index is not among those of the cut-out. */
    boolean leavesOut(int index) {
        return leftOut.get(index);
    }

    /** What follows the source's HDUs. */
    List<Appendix> appendices() {
        return appendices;
    }

    /** The HDUs beside the events that go into it, from whatever file. */
    List<Derivation.Input> inputs() {
        return List.copyOf(inputs);
    }

    Selection selection() {
        return selection;
    }

    Events events() {
        return events;
    }

    BitSet taken() {
        return taken;
    }

    Optional<Exposure> exposure() {
        return exposure;
    }

    List<GoodTimesCut> goodTimes() {
        return goodTimes;
    }

    /** The event list's header as it is to be written; asked once. */
    FitsCards eventCards(Stamp stamp) {
        EventHeader header = new EventHeader(events.header(), events.keywords());
        TableLayout layout = events.layout();
        long rowsGone = (layout.rows() - count()) * layout.rowBytes();
        header.events(count(), events.keywords().whole("THEAP").orElse(0) - rowsGone);
        exposure.ifPresent(header::exposure);
        header.energies(selection);
        header.statement(stamp, source);
        header.history(source, selection, stamp, count(), of());
        header.responses(appendices, !leftOut.isEmpty());
        return header.cards();
    }
}
