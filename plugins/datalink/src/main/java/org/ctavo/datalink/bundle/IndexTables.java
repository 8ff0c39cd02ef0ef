package org.ctavo.datalink.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.ctavo.archive.ProductId;
import org.ctavo.archive.dl3.TimeFrame;
import org.ctavo.spi.Fault;

/**
 * The observation and HDU index tables (GADF, "Data storage") of exactly the event lists in a basket, as gzip'ed FITS
 * files.
 */
final class IndexTables {
    private static final List<String> PLACE = List.of("GEOLON", "GEOLAT", "ALTITUDE");
    private static final String DOCUMENT = "https://gamma-astro-data-formats.readthedocs.io/en/latest/data_storage/";

    private IndexTables() {}

    /** An event list of the basket. */
    private record Listed(String product, FileFacts.Run run, Map<String, Place> hdus) {}

    /** Where an HDU is. */
    private record Place(FileFacts.Part part, Basket.Item item) {}

    /**
     * The tables by the names of their files; empty if the basket holds no event list.
     *
     * @throws Fault {@code SAME_RUN_NUMBER} if two event lists have the same OBS_ID
     */
    static Map<String, byte[]> of(Basket basket, FactsReader reader) throws IOException {
        Map<Long, Listed> runs = new TreeMap<>();
        basket.products()
                .forEach((product, items) -> listed(product, items, reader).ifPresent(run -> {
                    Listed other = runs.putIfAbsent(run.run().obsId(), run);
                    if (other != null) {
                        throw new Fault(
                                PackageFault.SAME_RUN_NUMBER,
                                other.product() + " and " + product + " are both run "
                                        + run.run().obsId() + ", which index tables cannot tell apart; ask for a"
                                        + " package of each.");
                    }
                }));
        List<Listed> all = List.copyOf(runs.values());
        return all.isEmpty()
                ? Map.of()
                : Map.of("obs-index.fits.gz", observations(all), "hdu-index.fits.gz", hdus(all));
    }

    private static Optional<Listed> listed(String product, List<Basket.Item> items, FactsReader reader) {
        Map<String, Place> places = new LinkedHashMap<>();
        Optional<FileFacts.Run> run = Optional.empty();
        for (Basket.Item item : items) {
            switch (item.listed().role()) {
                case EVENT_LIST -> {
                    FileFacts facts = reader.read(item.path(), item.listed().sha256());
                    run = run(facts, product);
                    run.map(events -> new FileFacts.Part("events", "events", events.hdu()))
                            .ifPresent(part -> places.put("events", new Place(part, item)));
                    places(facts, item).forEach(places::putIfAbsent);
                }
                case IRF -> {
                    FileFacts facts = reader.read(item.path(), item.listed().sha256());
                    Map<String, Place> responses = places(facts, item);
                    responses.keySet().removeAll(List.of("events", "gti"));
                    // They are in a file of their own because an index names them there: they go before others.
                    places.putAll(responses);
                }
                case DATA, PREVIEW, PACKAGE, DOCUMENTATION, AUXILIARY -> {}
            }
        }
        return run.map(found -> new Listed(product, found, places));
    }

    private static Map<String, Place> places(FileFacts facts, Basket.Item item) {
        Map<String, Place> places = new LinkedHashMap<>();
        facts.parts().forEach(part -> places.putIfAbsent(part.type(), new Place(part, item)));
        return places;
    }

    /** The event list that is the product: the one of its number, where a file holds several. */
    private static Optional<FileFacts.Run> run(FileFacts facts, String product) {
        String local = ProductId.parse(product).local();
        return facts.runs().stream()
                .filter(run -> Long.toString(run.obsId()).equals(local))
                .findFirst()
                .or(() -> facts.runs().stream().findFirst());
    }

    private static byte[] observations(List<Listed> all) throws IOException {
        TimeFrame frame = all.get(0).run().frame();
        FitsTable table = new FitsTable()
                .column("OBS_ID", "", each(all, FileFacts.Run::obsId))
                .column("OBJECT", "", each(all, run -> run.words().getOrDefault("OBJECT", "")))
                .column("OBS_MODE", "", each(all, run -> run.words().getOrDefault("OBS_MODE", "POINTING")))
                .column("TSTART", "s", each(all, run -> run.frame().since(frame, run.number("TSTART"))))
                .column("TSTOP", "s", each(all, run -> run.frame().since(frame, run.number("TSTOP"))));
        for (ObsColumns column : ObsColumns.values()) {
            table.column(column.name(), column.unit(), each(all, run -> run.number(column.name())));
        }
        table.column("N_TELS", "", each(all, run ->
                        (long) run.numbers().getOrDefault("N_TELS", -1.0).doubleValue()))
                .column("TELLIST", "", each(all, run -> run.words().getOrDefault("TELLIST", "")))
                .column("TELESCOP", "", each(all, run -> run.words().getOrDefault("TELESCOP", "")))
                .column("INSTRUME", "", each(all, run -> run.words().getOrDefault("INSTRUME", "")))
                .column("EVENT_COUNT", "", each(all, FileFacts.Run::events))
                .column(
                        "OBS_PUBLISHER_DID",
                        "",
                        all.stream().map(Listed::product).toList());
        Map<String, Object> keywords = keywords("OBS");
        keywords.put("MJDREFI", frame.day());
        keywords.put("MJDREFF", frame.fraction());
        keywords.put("TIMEUNIT", "s");
        keywords.put("TIMESYS", frame.scale().name());
        keywords.put("TIMEREF", "LOCAL");
        for (String keyword : PLACE) {
            List<Double> values =
                    each(all, run -> run.number(keyword)).stream().distinct().toList();
            if (values.size() == 1 && !values.get(0).isNaN()) {
                keywords.put(keyword, values.get(0));
            }
        }
        return table.gzipped("OBS_INDEX", keywords);
    }

    private static <T> List<T> each(List<Listed> all, Function<FileFacts.Run, T> value) {
        return all.stream().map(listed -> value.apply(listed.run())).toList();
    }

    private static byte[] hdus(List<Listed> all) throws IOException {
        Map<String, List<Object>> columns = new HashMap<>();
        List<String> names = List.of("OBS_ID", "HDU_TYPE", "HDU_CLASS", "FILE_DIR", "FILE_NAME", "HDU_NAME");
        names.forEach(name -> columns.put(name, new ArrayList<>()));
        for (Listed listed : all) {
            for (Place place : listed.hdus().values()) {
                columns.get("OBS_ID").add(listed.run().obsId());
                columns.get("HDU_TYPE").add(place.part().type());
                columns.get("HDU_CLASS").add(place.part().hduClass());
                columns.get("FILE_DIR").add(place.item().directory());
                columns.get("FILE_NAME").add(place.item().fileName());
                columns.get("HDU_NAME").add(place.part().name());
            }
        }
        FitsTable table = new FitsTable();
        names.forEach(name -> table.column(name, "", columns.get(name)));
        return table.gzipped("HDU_INDEX", keywords("HDU"));
    }

    private static Map<String, Object> keywords(String kind) {
        Map<String, Object> keywords = new LinkedHashMap<>();
        keywords.put("HDUCLASS", "GADF");
        keywords.put("HDUDOC", DOCUMENT);
        keywords.put("HDUVERS", "0.3");
        keywords.put("HDUCLAS1", "INDEX");
        keywords.put("HDUCLAS2", kind);
        return keywords;
    }
}
