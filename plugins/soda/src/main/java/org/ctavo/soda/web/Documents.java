package org.ctavo.soda.web;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.ctavo.soda.cutout.XmlText;
import org.ctavo.soda.link.Coverage;
import org.ctavo.soda.request.Selection.Item;
import org.ctavo.soda.request.SodaStandard;

/** What the service says of itself: VOSI 1.1 and DALI 1.1, section 2.3. */
final class Documents {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Documents() {}

    static String capabilities(URI base) {
        String soda = base + SodaStandard.PATH;
        XmlText xml = new XmlText()
                .raw(XML)
                .raw("<vosi:capabilities xmlns:vosi=\"http://www.ivoa.net/xml/VOSICapabilities/v1.0\""
                        + " xmlns:vr=\"http://www.ivoa.net/xml/VOResource/v1.0\""
                        + " xmlns:vs=\"http://www.ivoa.net/xml/VODataService/v1.1\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n");
        capability(xml, SodaStandard.SYNC_ID, "vs:ParamHTTP", soda + SodaStandard.SYNC);
        capability(xml, SodaStandard.ASYNC_ID, "vs:ParamHTTP", soda + SodaStandard.ASYNC);
        capability(xml, "ivo://ivoa.net/std/VOSI#capabilities", "vs:ParamHTTP", soda + "/capabilities");
        capability(xml, "ivo://ivoa.net/std/VOSI#availability", "vs:ParamHTTP", soda + "/availability");
        capability(xml, "ivo://ivoa.net/std/DALI#examples", "vr:WebBrowser", soda + "/examples");
        return xml.raw("</vosi:capabilities>\n").toString();
    }

    private static void capability(XmlText xml, String id, String type, String url) {
        xml.raw("<capability").attribute("standardID", id).raw("><interface").attribute("xsi:type", type);
        if (type.equals("vs:ParamHTTP")) {
            xml.raw(" role=\"std\" version=\"1.0\"");
        }
        xml.raw("><accessURL use=\"full\">").text(url).raw("</accessURL></interface></capability>\n");
    }

    static String availability(boolean available, Instant since) {
        XmlText xml = new XmlText()
                .raw(XML)
                .raw("<vosi:availability xmlns:vosi=\"http://www.ivoa.net/xml/VOSIAvailability/v1.0\">\n"
                        + "<vosi:available>" + available + "</vosi:available>\n");
        if (available) {
            xml.raw("<vosi:upSince>" + since.truncatedTo(ChronoUnit.SECONDS) + "</vosi:upSince>\n");
        } else {
            xml.raw("<vosi:note>The archive's database does not answer.</vosi:note>\n");
        }
        return xml.raw("</vosi:availability>\n").toString();
    }

    static String examples(URI base, Optional<Coverage> product) {
        XmlText xml = new XmlText()
                .raw(XML)
                .raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head>"
                        + "<meta charset=\"UTF-8\"/><title>Cut-outs of event lists</title></head>\n"
                        + "<body vocab=\"http://www.ivoa.net/rdf/examples#\">\n<h1>Cut-outs of event lists</h1>\n<p>"
                        + "The service takes ID, CIRCLE, POLYGON, POS, TIME (MJD, UTC), BAND (m) and ENERGY (TeV), and"
                        + " answers with the events that pass them all, as a FITS file that analysis tools open."
                        + "</p>\n");
        if (product.isEmpty()) {
            xml.raw("<p>The archive has no public event list at present.</p>\n");
        } else {
            example(
                    xml,
                    base,
                    "circle",
                    "All events around a position",
                    product.get().around());
            example(
                    xml,
                    base,
                    "energy",
                    "Events above an energy, in the first half",
                    product.get().firstHalf());
        }
        return xml.raw("</body></html>\n").toString();
    }

    private static void example(XmlText xml, URI base, String id, String name, List<Item> items) {
        StringBuilder link = new StringBuilder(base + SodaStandard.PATH + SodaStandard.SYNC);
        String mark = "?";
        xml.raw("<div typeof=\"example\"").attribute("id", id).attribute("resource", "#" + id);
        xml.raw(">\n<h2 property=\"name\">").text(name).raw("</h2>\n<p>Capability <code property=\"capability\">");
        xml.text(SodaStandard.SYNC_ID).raw("</code></p>\n<dl>\n");
        for (Item item : items) {
            xml.raw("<div property=\"generic-parameter\" typeof=\"keyval\"><dt property=\"key\">")
                    .text(item.name())
                    .raw("</dt><dd property=\"value\">")
                    .text(item.value())
                    .raw("</dd></div>\n");
            link.append(mark).append(item.name()).append('=').append(XmlText.urlEncoded(item.value()));
            mark = "&";
        }
        xml.raw("</dl>\n<p><a").attribute("href", link.toString()).raw(">Make this cut-out</a></p>\n</div>\n");
    }
}
