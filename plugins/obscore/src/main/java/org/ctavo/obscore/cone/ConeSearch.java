package org.ctavo.obscore.cone;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ctavo.obscore.request.Search;
import org.ctavo.obscore.request.SearchEndpoint;
import org.ctavo.spi.Category;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.Queries;
import org.ctavo.spi.QueryAnswer;
import org.ctavo.spi.XmlEscapes;
import org.ctavo.spi.vosi.CapabilityList;
import org.ctavo.spi.vosi.SmallService;
import org.ctavo.spi.vosi.SmallService.Resource;

/**
 * {@code /scs}: Simple Cone Search 1.03, with MAXREC, RESPONSEFORMAT, POST and VOSI as 1.1 would have them. The columns
 * are those of ObsCore; three of them bear the UCDs by which every cone search client knows identifier and position
 * (1.03, section 2.2), which 1.1 keeps. Results are TABLEDATA unless another format is asked for, since clients of 1.03
 * need not read anything else.
 *
 * <p>Errors of a request are told twice in one document: by the INFO named Error that clients of 1.03 look for
 * (section 2.3), and by the QUERY_STATUS of DALI. Their status is 200, since 1.03 knows no other and TOPCAT and its kin
 * show what the document says only then; a 400 they would call a broken service. Faults of the service have their own
 * status.
 */
public final class ConeSearch implements Search {
    private static final String PATH = "/scs";
    private static final String STANDARD_ID = "ivo://ivoa.net/std/ConeSearch";
    private static final String CONTENT_TYPE = "text/xml;content=x-votable";
    private static final Map<String, String> UCDS = Map.of(
            "obs_publisher_did", "ID_MAIN",
            "s_ra", "POS_EQ_RA_MAIN",
            "s_dec", "POS_EQ_DEC_MAIN");

    private static final SmallService SERVICE = new SmallService(
            PATH,
            List.of(""),
            List.of(Resource.capabilities(ConeSearch::capabilities), Resource.availabilityOf(SearchEndpoint.TAP)));

    private static final String INTERFACE =
            """
            <interface xsi:type="vs:ParamHTTP" role="std" version="1.03">
            <accessURL use="base">%s?</accessURL>
            </interface>
            <maxSR>180.0</maxSR>
            <verbosity>true</verbosity>
            """;

    private ConeSearch() {}

    /** The endpoint, answering from the published products. */
    public static Endpoint endpoint(Queries queries) {
        return new SearchEndpoint(SERVICE, queries, new ConeSearch());
    }

    private static String capabilities(URI base) {
        return new CapabilityList("cs", "http://www.ivoa.net/xml/ConeSearch/v1.0")
                .add(STANDARD_ID, "cs:ConeSearch", xml -> xml.raw(INTERFACE.formatted(XmlEscapes.text(base + PATH))))
                .capabilities(base + PATH)
                .availability(base + SearchEndpoint.TAP)
                .document();
    }

    @Override
    public QueryAnswer asked(Exchange exchange) {
        return new QueryAnswer(
                ConeQuery.of(exchange.parameters()).adql(),
                STANDARD_ID,
                "votable/td",
                CONTENT_TYPE,
                List.of(new Parameters.Entry("request", SERVICE.url(exchange))),
                UCDS,
                Optional.empty());
    }

    @Override
    public void refuse(Exchange exchange, Fault fault) throws IOException {
        if (fault.code().category() != Category.USER) {
            throw fault;
        }
        String message = XmlEscapes.attribute(fault.getMessage());
        exchange.reset();
        exchange.header("Content-Type", CONTENT_TYPE);
        exchange.header("Cache-Control", "no-store");
        exchange.output().write(ERROR.formatted(message, message).getBytes(StandardCharsets.UTF_8));
    }

    private static final String ERROR =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
            <INFO ID="Error" name="Error" value="%s"/>
            <RESOURCE type="results">
            <INFO name="QUERY_STATUS" value="ERROR">%s</INFO>
            </RESOURCE>
            </VOTABLE>
            """;
}
