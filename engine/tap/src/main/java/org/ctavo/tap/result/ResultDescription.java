package org.ctavo.tap.result;

import java.util.List;

import org.ctavo.spi.ServiceDescriptor;

/**
 * All that is known of a result before its first row.
 *
 * @param columns in order
 * @param infos after the status, in order: QUERY, standardID and the data origin
 * @param services that can be called with values of its rows
 */
public record ResultDescription(ResultColumns columns, List<Info> infos, List<ServiceDescriptor> services) {

    /** Copies the lists. */
    public ResultDescription {
        infos = List.copyOf(infos);
        services = List.copyOf(services);
    }
}
