package org.ctavo.war.example;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.ctavo.archive.link.Link;
import org.ctavo.archive.link.LinkProvider;
import org.ctavo.archive.link.LinkSource;
import org.ctavo.spi.Services;

/** The page of notes among the links of each product. */
public final class NoteLinks implements LinkProvider {
    @Override
    public List<LinkSource> linkSources(Services services) {
        return List.of((product, caller, base) -> List.of(Link.document(
                URI.create(base + "/notes?ID=" + URLEncoder.encode(product, StandardCharsets.UTF_8)),
                "what people noted",
                "text/plain",
                "notes")));
    }

    @Override
    public int rank() {
        return 90;
    }
}
