package org.ctavo.spi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A query whose result is the answer to a request, and how to dress it as the answer of some standard.
 *
 * @param adql the query
 * @param standardId IVOID of the protocol that is being answered; written into VOTables
 * @param format short name of the format when RESPONSEFORMAT names none, such as {@code votable}
 * @param contentType of the answer in that format
 * @param infos names and values of INFO elements to add, in order
 * @param ucds UCDs that replace those of columns, by the column's name as it is in the result
 * @param self describes the parameters of the service that answers (DataLink 1.1, section 4.2); empty for none
 */
public record QueryAnswer(
        String adql,
        String standardId,
        String format,
        String contentType,
        List<Parameters.Entry> infos,
        Map<String, String> ucds,
        Optional<ServiceDescriptor> self) {

    /** Copies the collections. */
    public QueryAnswer {
        Objects.requireNonNull(adql, "adql");
        Objects.requireNonNull(standardId, "standardId");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(contentType, "contentType");
        infos = List.copyOf(infos);
        ucds = Map.copyOf(ucds);
        Objects.requireNonNull(self, "self");
    }
}
