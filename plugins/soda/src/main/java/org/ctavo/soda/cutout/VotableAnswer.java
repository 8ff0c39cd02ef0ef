package org.ctavo.soda.cutout;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.ctavo.archive.cutout.CutoutStatement;
import org.ctavo.archive.dl3.SkyFrame;
import org.ctavo.archive.dl3.Span;
import org.ctavo.archive.dl3.TimeFrame;
import org.ctavo.archive.fits.FitsColumn;
import org.ctavo.archive.fits.FitsFile;
import org.ctavo.archive.fits.FitsHeader;
import org.ctavo.archive.fits.Hdu;
import org.ctavo.soda.request.SodaFault;
import org.ctavo.spi.Fault;
import org.ctavo.spi.XmlText;

/** Writes the events of a cut-out, and what is left of the good times after a cut in time, as VOTable 1.4. */
final class VotableAnswer implements Answer {
    /** Keywords that say what the events are of, with their units and UCDs; those that are there are told. */
    private static final List<Keyword> TOLD = List.of(
            new Keyword("OBS_ID", "", "meta.id"),
            new Keyword("TELESCOP", "", "instr.tel"),
            new Keyword("INSTRUME", "", "instr"),
            new Keyword("OBJECT", "", "meta.id;src"),
            new Keyword("RA_PNT", "deg", "pos.eq.ra"),
            new Keyword("DEC_PNT", "deg", "pos.eq.dec"),
            new Keyword("TSTART", "s", "time.start"),
            new Keyword("TSTOP", "s", "time.end"),
            new Keyword("ONTIME", "s", "time.duration;obs.exposure"),
            new Keyword("LIVETIME", "s", "time.duration;obs.exposure"),
            new Keyword("DEADC", "", "stat.fit.param"),
            new Keyword("EV_CLASS", "", "meta.code.class"));

    private final CutoutPlan plan;
    private final Stamp stamp;
    private final List<EventCell> cells;

    private record Keyword(String name, String unit, String ucd) {
        boolean isNumber() {
            return !unit.isEmpty() || name.equals("DEADC");
        }
    }

    VotableAnswer(CutoutPlan plan, Stamp stamp) {
        this.plan = plan;
        this.stamp = stamp;
        for (FitsColumn column : plan.events().layout().columns()) {
            if ("PQCM".indexOf(column.type()) >= 0) {
                throw new Fault(
                        SodaFault.UNSUITABLE_FORMAT,
                        "This event list has columns that VOTable rows do not hold here; ask for it as FITS"
                                + " (RESPONSEFORMAT=fits).");
            }
        }
        this.cells = plan.events().layout().columns().stream()
                .filter(column -> column.repeat() > 0)
                .map(EventCell::new)
                .toList();
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(head().getBytes(StandardCharsets.UTF_8));
        try {
            events(out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (Fault e) {
            throw CutoutPlan.readable(e);
        }
        XmlText end = new XmlText().raw("</TABLEDATA></DATA></TABLE>\n");
        for (GoodTimesCut cut : plan.goodTimes()) {
            goodTimes(end, cut);
        }
        out.write(end.raw("</RESOURCE></VOTABLE>\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private String head() {
        FitsHeader keywords = plan.events().keywords();
        XmlText xml = new XmlText()
                .raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">\n"
                        + "<RESOURCE type=\"results\">\n");
        info(xml, "QUERY_STATUS", "OK");
        info(xml, "standardID", "ivo://ivoa.net/std/SODA#sync-1.0");
        info(xml, "source", plan.source().id());
        info(xml, "provenance", stamp.provenance());
        info(xml, "identifier", stamp.making().result());
        CutoutStatement.of(stamp.making(), plan.source().file().sha256())
                .forEach((name, value) -> info(xml, name, value));
        info(xml, "request_date", EventHeader.date(stamp));
        plan.selection().items().forEach(item -> info(xml, item.name(), item.value()));
        info(xml, "events", plan.count() + " of " + plan.of());
        coordinates(xml, keywords);
        xml.raw("<TABLE name=\"EVENTS\"")
                .attribute("nrows", Long.toString(plan.count()))
                .raw(">\n");
        Optional<Exposure> exposure = plan.exposure();
        for (Keyword keyword : TOLD) {
            value(keywords, exposure, keyword.name).ifPresent(value -> xml.raw("<PARAM")
                    .attribute("name", keyword.name)
                    .raw(keyword.isNumber() ? " datatype=\"double\"" : " datatype=\"char\" arraysize=\"*\"")
                    .optionalAttribute("unit", keyword.unit)
                    .attribute("ucd", keyword.ucd)
                    .attribute("value", value)
                    .raw("/>\n"));
        }
        cells.forEach(cell -> cell.field(xml));
        return xml.raw("<DATA><TABLEDATA>\n").toString();
    }

    private static Optional<String> value(FitsHeader keywords, Optional<Exposure> cut, String name) {
        if (cut.isPresent()) {
            Exposure left = cut.get();
            switch (name) {
                case "TSTART":
                    return Optional.of(Double.toString(left.start()));
                case "TSTOP":
                    return Optional.of(Double.toString(left.stop()));
                case "ONTIME":
                    return Optional.of(Double.toString(left.ontime()));
                case "LIVETIME":
                    return left.livetime().isPresent()
                            ? Optional.of(Double.toString(left.livetime().getAsDouble()))
                            : Optional.empty();
                default:
                    break;
            }
        }
        return keywords.text(name);
    }

    private static void coordinates(XmlText xml, FitsHeader keywords) {
        TimeFrame time = TimeFrame.of(keywords);
        xml.raw("<COOSYS ID=\"sky\"").attribute("system", SkyFrame.of(keywords) == SkyFrame.FK5 ? "eq_FK5" : "ICRS");
        xml.raw(SkyFrame.of(keywords) == SkyFrame.FK5 ? " equinox=\"J2000\"/>\n" : "/>\n")
                .raw("<TIMESYS ID=\"time\"")
                .attribute("timescale", time.scale().name())
                .raw(" refposition=\"TOPOCENTER\"")
                .attribute("timeorigin", Double.toString(2_400_000.5 + time.day() + time.fraction()))
                .raw("/>\n");
    }

    private static void info(XmlText xml, String name, String value) {
        xml.raw("<INFO").attribute("name", name).attribute("value", value).raw("/>\n");
    }

    private void events(OutputStream out) throws IOException {
        try (FitsFile file = FitsFile.open(plan.source().path())) {
            Optional<Hdu> hdu = file.next();
            while (hdu.isPresent() && hdu.get().index() < plan.events().index()) {
                hdu = file.next();
            }
            CutoutPlan.RowCounter counter = new CutoutPlan.RowCounter();
            StringBuilder line = new StringBuilder(256);
            file.rows(plan.events().layout(), row -> {
                if (!plan.taken().get(counter.next())) {
                    return;
                }
                line.setLength(0);
                line.append("<TR>");
                cells.forEach(cell -> cell.data(row, line.append("<TD>")).append("</TD>"));
                line.append("</TR>\n");
                try {
                    out.write(line.toString().getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void goodTimes(XmlText xml, GoodTimesCut cut) {
        xml.raw("<TABLE name=\"GTI\">\n"
                + "<FIELD name=\"START\" datatype=\"double\" unit=\"s\" ucd=\"time.start\" ref=\"time\"/>\n"
                + "<FIELD name=\"STOP\" datatype=\"double\" unit=\"s\" ucd=\"time.end\" ref=\"time\"/>\n"
                + "<DATA><TABLEDATA>\n");
        for (Span span : cut.spans()) {
            xml.raw("<TR><TD>" + span.low() + "</TD><TD>" + span.high() + "</TD></TR>\n");
        }
        xml.raw("</TABLEDATA></DATA></TABLE>\n");
    }
}
