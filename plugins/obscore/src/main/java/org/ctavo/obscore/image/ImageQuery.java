package org.ctavo.obscore.image;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.ctavo.obscore.request.Numbers;
import org.ctavo.spi.AdqlLiteral;
import org.ctavo.spi.Fault;
import org.ctavo.spi.Parameters;

/**
 * What a request of SIA 2.0 asks: the values of a parameter are alternatives, the parameters restrict each other
 * (section 2.1). Immutable.
 */
final class ImageQuery {
    /** Identifiers may be many: a list of them is how a selection made elsewhere is looked up. */
    private static final int MOST_VALUES = 1000;

    private static final int MOST_SHAPES = 50;
    private static final String TABLE = "ivoa.obscore";
    private static final String IDENTIFIER = "obs_publisher_did";

    private final Map<ImageParameter, List<String>> values;

    private ImageQuery(Map<ImageParameter, List<String>> values) {
        this.values = values;
    }

    /**
     * Takes the parameters; those that are empty are as good as not sent, and others than SIA's are not looked at.
     *
     * @throws Fault if a parameter was sent too often
     */
    static ImageQuery of(Parameters parameters) {
        Map<ImageParameter, List<String>> values = new EnumMap<>(ImageParameter.class);
        for (ImageParameter parameter : ImageParameter.values()) {
            List<String> sent = parameters.all(parameter.name()).stream()
                    .filter(value -> !value.isBlank())
                    .distinct()
                    .toList();
            int most = parameter == ImageParameter.POS ? MOST_SHAPES : MOST_VALUES;
            if (sent.size() > most) {
                throw Numbers.bad(parameter.name(), "it was sent " + sent.size() + " times; " + most + " is the most.");
            }
            if (!sent.isEmpty()) {
                values.put(parameter, sent);
            }
        }
        return new ImageQuery(values);
    }

    /** The identifiers that are asked for; empty if any will do. */
    List<String> identifiers() {
        return values.getOrDefault(ImageParameter.ID, List.of());
    }

    /** A query for the identifiers that are written as they were sent: an index finds them. */
    String knownIdentifiers() {
        return "SELECT " + IDENTIFIER + " FROM " + TABLE + " WHERE " + ImageParameter.ID.condition(identifiers());
    }

    /**
     * The query.
     *
     * @param exact whether identifiers are written as they were sent; otherwise every identifier must be looked at
     * @throws Fault if a value cannot be read
     */
    String adql(boolean exact) {
        List<String> conditions = new ArrayList<>();
        values.forEach((parameter, sent) ->
                conditions.add(parameter == ImageParameter.ID && !exact ? inAnyCase(sent) : parameter.condition(sent)));
        return "SELECT * FROM " + TABLE + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
    }

    private static String inAnyCase(List<String> identifiers) {
        return ImageParameter.oneOf(
                "LOWER(" + IDENTIFIER + ")",
                identifiers.stream()
                        .map(id -> AdqlLiteral.of(id.toLowerCase(Locale.ROOT)))
                        .distinct()
                        .toList());
    }
}
