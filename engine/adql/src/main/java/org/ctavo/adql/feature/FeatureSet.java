package org.ctavo.adql.feature;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The features that are on. Immutable. */
public final class FeatureSet {
    /** Everything this implementation knows, extensions included. */
    public static final FeatureSet ALL = new FeatureSet(EnumSet.allOf(Feature.class));

    private final EnumSet<Feature> on;

    private FeatureSet(EnumSet<Feature> on) {
        this.on = on;
    }

    /** These features and no others. */
    public static FeatureSet of(Collection<Feature> features) {
        EnumSet<Feature> set = EnumSet.noneOf(Feature.class);
        set.addAll(features);
        return new FeatureSet(set);
    }

    /** The standard's language to the letter, without extensions. */
    public static FeatureSet standard() {
        EnumSet<Feature> set = EnumSet.allOf(Feature.class);
        set.removeIf(feature -> feature.group() == Feature.Group.EXTENSION);
        return new FeatureSet(set);
    }

    /** The same without some features. */
    public FeatureSet without(Feature... features) {
        EnumSet<Feature> set = EnumSet.copyOf(on);
        set.removeAll(List.of(features));
        return new FeatureSet(set);
    }

    /** Whether a feature is on. */
    public boolean has(Feature feature) {
        return on.contains(feature);
    }

    /** All that are on. */
    public Set<Feature> features() {
        return Set.copyOf(on);
    }

    /** What capabilities declare: for each group's type the forms that are on, in the standard's order. */
    public Map<Feature.Group, List<Feature>> declared() {
        Map<Feature.Group, List<Feature>> groups = new EnumMap<>(Feature.Group.class);
        for (Feature.Group group : Feature.Group.values()) {
            List<Feature> forms =
                    on.stream().filter(feature -> feature.group() == group).toList();
            if (group.type().isPresent() && !forms.isEmpty()) {
                groups.put(group, forms);
            }
        }
        return groups;
    }
}
