package org.ctavo.provenance.web;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import org.ctavo.provenance.prov.ModelStyle;
import org.ctavo.provenance.store.GraphRequest;
import org.ctavo.spi.Exchange;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;
import org.ctavo.spi.RequestFault;

/**
 * A ProvSAP request, understood.
 *
 * @param graph what is asked for
 * @param format what the answer looks like
 * @param style in which model it is told
 * @param attributes whether a picture tells properties
 * @param descriptionNodes whether a picture has boxes for descriptions
 */
record ProvSapRequest(
        GraphRequest graph, ProvSapFormat format, ModelStyle style, boolean attributes, boolean descriptionNodes) {
    private static final int MOST_IDS = 100;
    private static final int LONGEST_ECHO = 100;

    /**
     * Reads the parameters; unknown ones are passed over, as DALI wants.
     *
     * @throws Fault naming the parameter that cannot be read, and what it may be
     */
    static ProvSapRequest of(Exchange exchange, int mostNodes) {
        Parameters parameters = exchange.parameters();
        List<String> ids = parameters.all("ID").stream()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            throw new Fault(
                    RequestFault.MISSING_PARAMETER,
                    "ID is missing: the identifier of an entity (such as an obs_publisher_did), activity or agent.");
        }
        if (ids.size() > MOST_IDS) {
            throw new Fault(
                    RequestFault.BAD_PARAMETER,
                    "ID is sent " + ids.size() + " times; send it at most " + MOST_IDS + " times.");
        }
        Optional<String> wanted = parameters.single("RESPONSEFORMAT");
        ProvSapFormat format =
                ProvSapFormat.of(wanted.isPresent() ? wanted : parameters.single("FORMAT"), exchange.header("Accept"));
        // Switches of drafts that nothing depends on must at least be readable.
        flag(parameters, "STEPS", false);
        int descriptions = descriptions(parameters);
        GraphRequest graph = new GraphRequest(
                ids,
                direction(parameters),
                depth(parameters, mostNodes),
                flag(parameters, parameters.has("AGENTS") ? "AGENTS" : "AGENT", false),
                flag(parameters, "MEMBERS", false),
                flag(parameters, "CONFIGURATION", true),
                descriptions > 0,
                mostNodes);
        return new ProvSapRequest(
                graph, format, style(parameters, format), flag(parameters, "ATTRIBUTES", true), descriptions == 2);
    }

    private static OptionalInt depth(Parameters parameters, int mostNodes) {
        String text = parameters.single("DEPTH").orElse("1");
        if (text.equalsIgnoreCase("ALL")) {
            return OptionalInt.empty();
        }
        if (!text.matches("\\d{1,100}")) {
            throw bad("DEPTH", text, "send a whole number from 0, or ALL");
        }
        // What is farther than there may be things lies in a graph that is refused: so far is all the way.
        return new BigInteger(text).compareTo(BigInteger.valueOf(mostNodes)) < 0
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    private static GraphRequest.Direction direction(Parameters parameters) {
        String text = parameters.single("DIRECTION").orElse("BACK");
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "BACK" -> GraphRequest.Direction.BACK;
            case "FORTH", "FORWARD" -> GraphRequest.Direction.FORTH;
            case "BOTH" -> GraphRequest.Direction.BOTH;
            default -> throw bad("DIRECTION", text, "send BACK, FORTH, FORWARD or BOTH");
        };
    }

    private static ModelStyle style(Parameters parameters, ProvSapFormat format) {
        // Linked data has W3C's context, so there W3C's model is what is expected.
        String text = parameters.single("MODEL").orElse(format == ProvSapFormat.PROV_JSONLD ? "W3C" : "IVOA");
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "IVOA" -> ModelStyle.IVOA;
            case "W3C" -> ModelStyle.W3C;
            default -> throw bad("MODEL", text, "send IVOA or W3C");
        };
    }

    private static int descriptions(Parameters parameters) {
        String text = parameters.single("DESCRIPTIONS").orElse("0");
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "0", "FALSE" -> 0;
            case "1", "TRUE" -> 1;
            case "2" -> 2;
            default -> throw bad("DESCRIPTIONS", text, "send 0, 1 or 2");
        };
    }

    private static boolean flag(Parameters parameters, String name, boolean usual) {
        String text = parameters.single(name).orElse(usual ? "1" : "0");
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "1", "TRUE" -> true;
            case "0", "FALSE" -> false;
            default -> throw bad(name, text, "send TRUE or FALSE, or 1 or 0");
        };
    }

    private static Fault bad(String name, String value, String remedy) {
        String told = value.length() <= LONGEST_ECHO ? value : value.substring(0, LONGEST_ECHO) + "…";
        return new Fault(RequestFault.BAD_PARAMETER, name + " is \"" + told + "\"; " + remedy + ".");
    }
}
