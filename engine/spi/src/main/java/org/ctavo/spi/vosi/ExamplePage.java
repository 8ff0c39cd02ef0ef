package org.ctavo.spi.vosi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.ctavo.spi.Parameters;
import org.ctavo.spi.XmlText;

/**
 * A page of examples being written: people read it, and clients by its RDFa attributes (DALI 1.1, section 2.3). Not
 * safe for use by several threads at once.
 */
public final class ExamplePage {
    /** IVOID of the standard. */
    public static final String STANDARD_ID = "ivo://ivoa.net/std/DALI#examples";

    private final XmlText page = new XmlText(8192);

    /** Begins the page, with no example yet. */
    public ExamplePage(String title) {
        page.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
                        + "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><meta charset=\"UTF-8\"/>"
                        + "<title>")
                .text(title)
                .raw("</title></head>\n<body vocab=\"http://www.ivoa.net/rdf/examples#\">\n<h1>")
                .text(title)
                .raw("</h1>\n");
    }

    /** Adds words between the examples. */
    public ExamplePage paragraph(String words) {
        page.raw("<p>").text(words).raw("</p>\n");
        return this;
    }

    /**
     * Adds an example.
     *
     * @param id unique on the page; a valid XML name
     * @param body writes what follows its name
     */
    public ExamplePage example(String id, String name, Consumer<XmlText> body) {
        page.raw("<div typeof=\"example\"").attribute("id", id).attribute("resource", "#" + id);
        page.raw(">\n<h2 property=\"name\">").text(name).raw("</h2>\n");
        body.accept(page);
        page.raw("</div>\n");
        return this;
    }

    /**
     * Adds an example of parameters.
     *
     * @param capability IVOID of the standard that the parameters are for
     * @param url to which they are sent
     * @param link words of the link that sends them
     */
    public ExamplePage call(
            String id, String name, String capability, String url, List<Parameters.Entry> parameters, String link) {
        return example(id, name, body -> {
            body.raw("<p>Capability <code property=\"capability\">").text(capability);
            body.raw("</code></p>\n<dl>\n");
            for (Parameters.Entry parameter : parameters) {
                body.raw("<div property=\"generic-parameter\" typeof=\"keyval\"><dt property=\"key\">")
                        .text(parameter.name())
                        .raw("</dt><dd property=\"value\">")
                        .text(parameter.value())
                        .raw("</dd></div>\n");
            }
            body.raw("</dl>\n<p><a")
                    .attribute("href", url + "?" + query(parameters))
                    .raw(">");
            body.text(link).raw("</a></p>\n");
        });
    }

    private static String query(List<Parameters.Entry> parameters) {
        return parameters.stream()
                .map(entry -> entry.name() + '=' + URLEncoder.encode(entry.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The document, XHTML. */
    public String document() {
        return page + "</body></html>\n";
    }
}
