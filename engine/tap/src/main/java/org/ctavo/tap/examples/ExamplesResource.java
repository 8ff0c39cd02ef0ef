package org.ctavo.tap.examples;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.ctavo.spi.Capability;
import org.ctavo.spi.Example;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.RequestFault;
import org.ctavo.tap.TapEndpoint;
import org.ctavo.tap.TapResource;
import org.ctavo.tap.xml.XmlText;

/**
 * {@code /examples}: a page of queries that people can run by a click, and that clients read by its RDFa attributes
 * (DALI 1.1, section 2.3; TAP 1.1, section 2.4). Immutable.
 */
public final class ExamplesResource implements TapResource {
    private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
            + "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><meta charset=\"UTF-8\"/>"
            + "<title>Example queries</title></head>\n"
            + "<body vocab=\"http://www.ivoa.net/rdf/examples#\">\n<h1>Example queries</h1>\n";

    private final List<Example> examples;

    /** Shows these examples, in order. */
    public ExamplesResource(List<Example> examples) {
        this.examples = List.copyOf(examples);
    }

    @Override
    public String name() {
        return "examples";
    }

    @Override
    public Optional<Capability> capability() {
        return Optional.of(new Capability(
                "ivo://ivoa.net/std/DALI#examples", "vr:WebBrowser", "1.0", TapEndpoint.PATH + "/examples"));
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (!exchange.path().equals("/examples")) {
            throw new Fault(RequestFault.NO_SUCH_RESOURCE, "There is nothing below the examples.");
        }
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            exchange.header("Allow", "GET, HEAD");
            throw new Fault(RequestFault.METHOD_NOT_ALLOWED, "The examples answer GET only.");
        }
        exchange.header("Content-Type", "application/xhtml+xml;charset=UTF-8");
        exchange.output().write(page(exchange.base() + TapEndpoint.PATH).getBytes(StandardCharsets.UTF_8));
    }

    private String page(String tap) {
        XmlText page = new XmlText(8192).raw(START);
        for (Example example : examples) {
            page.raw("<div typeof=\"example\"")
                    .attribute("id", example.id())
                    .attribute("resource", "#" + example.id())
                    .raw(">\n<h2 property=\"name\">")
                    .text(example.name())
                    .raw("</h2>\n");
            if (!example.description().isEmpty()) {
                page.raw("<p>").text(example.description()).raw("</p>\n");
            }
            page.raw("<pre property=\"query\">").text(example.query()).raw("</pre>\n<p>");
            for (String table : example.tables()) {
                page.raw("Table <code property=\"table\">").text(table).raw("</code>. ");
            }
            page.raw("<a")
                    .attribute(
                            "href",
                            tap + "/sync?LANG=ADQL&RESPONSEFORMAT=html&MAXREC=100&QUERY="
                                    + URLEncoder.encode(example.query(), StandardCharsets.UTF_8))
                    .raw(">Run it</a></p>\n</div>\n");
        }
        return page.raw("</body></html>\n").toString();
    }
}
