package org.ctavo.tap;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

import org.ctavo.spi.Exchange;
import org.ctavo.spi.XmlText;
import org.ctavo.tap.result.ResultFormat;

/** The page for people who open the service's address in a browser. */
final class RootPage implements TapResource {
    private static final String START = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>"
            + "<title>TAP service</title></head><body>\n<h1>TAP service</h1>\n"
            + "<p>Table Access Protocol 1.1, queries in ADQL 2.1. Give the address of this page to TOPCAT, pyVO or any"
            + " other TAP client, or try a query here.</p>\n";
    private static final String QUERY = "<p><textarea name=\"QUERY\" rows=\"8\" cols=\"80\" required=\"required\">"
            + "SELECT table_name, description FROM tap_schema.tables</textarea></p>\n"
            + "<p><label>Format <select name=\"RESPONSEFORMAT\">";
    private static final String FORM_END = "</select></label>\n"
            + "<label>Rows at most <input name=\"MAXREC\" type=\"number\" min=\"0\" value=\"100\"/></label>\n"
            + "<input type=\"hidden\" name=\"LANG\" value=\"ADQL\"/><button>Run</button></p>\n</form>\n<ul>\n";

    private final List<ResultFormat> formats;
    private final List<TapResource> others;

    RootPage(List<ResultFormat> formats, List<TapResource> others) {
        // First what the reader's browser shows.
        this.formats = formats.stream()
                .sorted(Comparator.comparing(format -> !format.mime().startsWith("text/html")))
                .toList();
        this.others = others;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        exchange.allow("GET", "HEAD");
        String base = exchange.base() + TapEndpoint.PATH;
        XmlText page = new XmlText().raw(START).raw("<form method=\"get\"");
        page.attribute("action", base + "/sync").raw(">\n").raw(QUERY);
        for (ResultFormat format : formats) {
            page.element("option", format.names().get(0));
        }
        page.raw(FORM_END);
        for (TapResource other : others) {
            page.raw("<li><a").attribute("href", base + "/" + other.name()).raw(">");
            page.text("/" + other.name()).raw("</a></li>\n");
        }
        TapEndpoint.document(
                exchange,
                "text/html;charset=UTF-8",
                page.raw("</ul>\n</body></html>\n").toString());
    }
}
