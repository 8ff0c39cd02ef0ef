package org.ctavo.obscore.image;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ctavo.obscore.request.Search;
import org.ctavo.obscore.request.SearchEndpoint;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.Queries;
import org.ctavo.spi.QueryAnswer;
import org.ctavo.spi.ServiceDescriptor;
import org.ctavo.spi.vosi.CapabilityList;
import org.ctavo.spi.vosi.SmallService;
import org.ctavo.spi.vosi.SmallService.Resource;

/**
 * {@code /sia2}: Simple Image Access 2.0. It offers every published product, event lists too, unless DPTYPE chooses:
 * SIA 2.0 was made for images and cubes, but this archive holds hardly any, its successor lifts the limit, and a client
 * that wants images alone says DPTYPE=image. Rows are those of ObsCore.
 */
public final class ImageSearch implements Search {
    private static final String PATH = "/sia2";
    private static final String QUERY = "/query";
    private static final String STANDARD_ID = "ivo://ivoa.net/std/SIA#query-2.0";

    private static final SmallService SERVICE = new SmallService(
            PATH,
            List.of(QUERY),
            List.of(Resource.capabilities(ImageSearch::capabilities), Resource.availabilityOf(SearchEndpoint.TAP)));

    private static final List<ServiceDescriptor.Input> INPUTS = Arrays.stream(ImageParameter.values())
            .map(ImageParameter::described)
            .toList();

    private final Queries queries;

    private ImageSearch(Queries queries) {
        this.queries = queries;
    }

    /** The endpoint, answering from the published products. */
    public static Endpoint endpoint(Queries queries) {
        return new SearchEndpoint(SERVICE, queries, new ImageSearch(queries));
    }

    private static String capabilities(URI base) {
        return new CapabilityList()
                .add(STANDARD_ID, CapabilityList.PARAM_HTTP, "2.0", "base", base + PATH + QUERY)
                .capabilities(base + PATH)
                .availability(base + SearchEndpoint.TAP)
                .document();
    }

    @Override
    public QueryAnswer asked(Exchange exchange) throws IOException {
        ImageQuery query = ImageQuery.of(exchange.parameters());
        return new QueryAnswer(
                query.adql(isExact(query, exchange)),
                STANDARD_ID,
                "votable",
                "application/x-votable+xml",
                List.of(new Parameters.Entry("request", SERVICE.url(exchange))),
                Map.of(),
                Optional.of(self(exchange.base())));
    }

    @Override
    public void refuse(Exchange exchange, Fault fault) throws IOException {
        if (fault.code().category().isServiceFault()) {
            throw fault;
        }
        queries.refuse(exchange, fault, word(fault) + ": " + fault.getMessage());
    }

    /**
     * Whether every identifier is there as it was written, so that an index finds it. IVOIDs are the same in any case
     * of their letters (SIA 2.0, section 2.1.10), but hardly anybody changes it.
     */
    private boolean isExact(ImageQuery query, Exchange exchange) throws IOException {
        int[] known = {0};
        int sent = query.identifiers().size();
        if (sent > 0) {
            queries.read(exchange.caller(), query.knownIdentifiers(), sent, row -> known[0]++);
        }
        return known[0] == sent;
    }

    /** SIA 2.0, section 3.2. */
    private static String word(Fault fault) {
        return switch (fault.code().category()) {
            case USER, TOO_LARGE -> "UsageFault";
            case RESOURCES, EXTERNAL -> "TransientFault";
            case INTERNAL -> "FatalFault";
            default -> "DefaultFault";
        };
    }

    private static ServiceDescriptor self(URI base) {
        return new ServiceDescriptor(
                ServiceDescriptor.SELF,
                "Finds data products by position, energy, time and more. Every parameter may be left out or repeated:"
                        + " its values are alternatives.",
                Optional.of(STANDARD_ID),
                URI.create(base + PATH + QUERY),
                INPUTS);
    }
}
