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
import org.ctavo.spi.XmlText;
import org.ctavo.spi.vosi.CapabilityList;
import org.ctavo.spi.vosi.ExamplePage;
import org.ctavo.tap.TapEndpoint;
import org.ctavo.tap.TapResource;

/**
 * {@code /examples}: a page of queries that people can run by a click, and that clients read by its RDFa attributes
 * (DALI 1.1, section 2.3; TAP 1.1, section 2.4). Immutable.
 */
public final class ExamplesResource implements TapResource {
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
                ExamplePage.STANDARD_ID, CapabilityList.WEB_BROWSER, "1.0", TapEndpoint.PATH + "/examples"));
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (!exchange.path().equals("/examples")) {
            throw new Fault(RequestFault.NO_SUCH_RESOURCE, "There is nothing below the examples.");
        }
        exchange.allow("GET", "HEAD");
        exchange.header("Content-Type", "application/xhtml+xml;charset=UTF-8");
        exchange.output().write(page(exchange.base() + TapEndpoint.PATH).getBytes(StandardCharsets.UTF_8));
    }

    private String page(String tap) {
        ExamplePage page = new ExamplePage("Example queries");
        examples.forEach(example -> page.example(example.id(), example.name(), body -> write(example, tap, body)));
        return page.document();
    }

    private static void write(Example example, String tap, XmlText body) {
        if (!example.description().isEmpty()) {
            body.raw("<p>").text(example.description()).raw("</p>\n");
        }
        body.raw("<pre property=\"query\">").text(example.query()).raw("</pre>\n<p>");
        for (String table : example.tables()) {
            body.raw("Table <code property=\"table\">").text(table).raw("</code>. ");
        }
        body.raw("<a")
                .attribute(
                        "href",
                        tap + "/sync?LANG=ADQL&RESPONSEFORMAT=html&MAXREC=100&QUERY="
                                + URLEncoder.encode(example.query(), StandardCharsets.UTF_8))
                .raw(">Run it</a></p>\n");
    }
}
