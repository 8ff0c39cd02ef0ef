package org.ctavo.soda.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.ctavo.soda.link.Coverage;
import org.ctavo.soda.request.Selection.Item;
import org.ctavo.soda.request.SodaStandard;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.vosi.CapabilityList;
import org.ctavo.spi.vosi.ExamplePage;

/** What the service says of itself: VOSI 1.1 and DALI 1.1, section 2.3. */
final class Documents {
    private static final String VERSION = "1.0";

    private Documents() {}

    static String capabilities(URI base) {
        String soda = base + SodaStandard.PATH;
        return new CapabilityList()
                .add(SodaStandard.SYNC_ID, CapabilityList.PARAM_HTTP, VERSION, "full", soda + SodaStandard.SYNC)
                .add(SodaStandard.ASYNC_ID, CapabilityList.PARAM_HTTP, VERSION, "full", soda + SodaStandard.ASYNC)
                .capabilities(soda)
                .availability(soda)
                .examples(soda)
                .document();
    }

    static String examples(URI base, Optional<Coverage> product) {
        ExamplePage page = new ExamplePage("Cut-outs of event lists")
                .paragraph("The service takes ID, CIRCLE, POLYGON, POS, TIME (MJD, UTC), BAND (m) and ENERGY (TeV), and"
                        + " answers with the events that pass them all, as a FITS file that analysis tools open.");
        if (product.isEmpty()) {
            page.paragraph("The archive has no public event list at present.");
        } else {
            example(
                    page,
                    base,
                    "circle",
                    "All events around a position",
                    product.get().around());
            example(
                    page,
                    base,
                    "energy",
                    "Events above an energy, in the first half",
                    product.get().firstHalf());
        }
        return page.document();
    }

    private static void example(ExamplePage page, URI base, String id, String name, List<Item> items) {
        List<Parameters.Entry> parameters = items.stream()
                .map(item -> new Parameters.Entry(item.name(), item.value()))
                .toList();
        String sync = base + SodaStandard.PATH + SodaStandard.SYNC;
        page.call(id, name, SodaStandard.SYNC_ID, sync, parameters, "Make this cut-out");
    }
}
