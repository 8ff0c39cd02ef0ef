package org.ctavo.soda.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ctavo.spi.ColumnDescription;
import org.ctavo.spi.ServiceDescriptor.Input;

/**
 * The parameters of a cut-out as descriptors tell of them. Names, UCDs and units are the standard's to the letter: by
 * them clients know the parameters (SODA 1.0, section 3.5).
 */
final class CutoutParameters {

    private CutoutParameters() {}

    /** The parameters for one event list, with what it covers. */
    static List<Input> of(Coverage coverage) {
        return all(Optional.empty(), Optional.of(coverage.id()), coverage);
    }

    /** The parameters for the event lists that a column of identifiers names. */
    static List<Input> of(String column) {
        Coverage unknown = new Coverage("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return all(Optional.of(column), Optional.empty(), unknown);
    }

    private static List<Input> all(Optional<String> column, Optional<String> id, Coverage coverage) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input(
                parameter("ID", "char", "*", "", "", "meta.ref.url;meta.curation", "The event list."), column, id));
        inputs.add(shape(
                parameter("CIRCLE", "double", "3", "circle", "deg", "pos.outline;obs", "Circle to cut out: ICRS."),
                coverage.circle().map(Coverage.Circle::text)));
        inputs.add(shape(
                parameter("POLYGON", "double", "*", "polygon", "deg", "pos.outline;obs", "Polygon to cut out: ICRS."),
                coverage.circle().flatMap(Coverage.Circle::polygon)));
        inputs.add(shape(
                parameter(
                        "POS",
                        "char",
                        "*",
                        "",
                        "",
                        "pos.outline;obs",
                        "Region to cut out: CIRCLE, RANGE or POLYGON with its numbers, ICRS degrees."),
                Optional.empty()));
        inputs.add(interval(
                parameter(
                        "TIME",
                        "double",
                        "2",
                        "interval",
                        "d",
                        "time.interval;obs.exposure",
                        "Times to keep: MJD, UTC."),
                coverage.time()));
        inputs.add(interval(
                parameter(
                        "BAND",
                        "double",
                        "2",
                        "interval",
                        "m",
                        "em.wl;stat.interval",
                        "Wavelengths to keep, in vacuum."),
                coverage.band()));
        inputs.add(interval(
                parameter("ENERGY", "double", "2", "interval", "TeV", "em.energy;stat.interval", "Energies to keep."),
                coverage.energy()));
        inputs.add(new Input(
                parameter(
                        "RESPONSEFORMAT", "char", "*", "", "", "meta.code.mime", "A FITS file unless told otherwise."),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("application/fits", "application/x-votable+xml")));
        return List.copyOf(inputs);
    }

    private static Input shape(ColumnDescription parameter, Optional<String> covering) {
        return new Input(parameter, Optional.empty(), Optional.empty(), Optional.empty(), covering, List.of());
    }

    private static Input interval(ColumnDescription parameter, Optional<Coverage.Extent> extent) {
        return new Input(
                parameter,
                Optional.empty(),
                Optional.empty(),
                extent.map(range -> Double.toString(range.low())),
                extent.map(range -> Double.toString(range.high())),
                List.of());
    }

    private static ColumnDescription parameter(
            String name, String datatype, String arraysize, String xtype, String unit, String ucd, String description) {
        return new ColumnDescription(
                name,
                datatype,
                Optional.of(arraysize),
                some(xtype),
                some(unit),
                some(ucd),
                Optional.empty(),
                description,
                true,
                false,
                true);
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
