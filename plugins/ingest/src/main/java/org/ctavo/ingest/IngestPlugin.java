package org.ctavo.ingest;

import java.util.List;

import org.ctavo.ingest.mapping.MappingRules;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.Setting;

/** Brings the settings of the ingest; {@link IngestService} does the work. */
public final class IngestPlugin implements Plugin {

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public List<Setting<?>> settings() {
        return MappingRules.settings();
    }
}
