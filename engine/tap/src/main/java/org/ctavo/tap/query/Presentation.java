package org.ctavo.tap.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.ctavo.spi.ServiceDescriptor;
import org.ctavo.tap.result.Info;

/**
 * How a result presents itself.
 *
 * @param standardId IVOID of the protocol it answers
 * @param infos to add to those that every result has
 * @param ucds in place of those that columns have, by the column's name
 * @param self describes the service that answers; empty for none
 */
public record Presentation(
        String standardId, List<Info> infos, Map<String, String> ucds, Optional<ServiceDescriptor> self) {

    /** As TAP's own. */
    public static final Presentation TAP =
            new Presentation("ivo://ivoa.net/std/TAP", List.of(), Map.of(), Optional.empty());

    /** Copies the collections. */
    public Presentation {
        Objects.requireNonNull(standardId, "standardId");
        infos = List.copyOf(infos);
        ucds = Map.copyOf(ucds);
        Objects.requireNonNull(self, "self");
    }
}
