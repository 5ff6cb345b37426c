package org.triviumcrm.shared.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All places of all modules; the layout shows those that the viewer may use. In templates {@code @navigation}. */
@Component("navigation")
public class Navigation {

    private final List<NavigationEntry> entries;
    private final List<NavigationEntry> creations;

    Navigation(List<NavigationSource> sources) {
        entries = sorted(sources, NavigationSource::entries);
        creations = sorted(sources, NavigationSource::creations);
    }

    /** By group, in order. */
    public Map<String, List<NavigationEntry>> groups() {
        return entries.stream()
                .collect(Collectors.groupingBy(NavigationEntry::group, LinkedHashMap::new, Collectors.toList()));
    }

    public List<NavigationEntry> entries() {
        return entries;
    }

    /** Those with a live count. */
    public List<NavigationEntry> counting() {
        return entries.stream().filter(entry -> entry.count() != null).toList();
    }

    public List<NavigationEntry> creations() {
        return creations;
    }

    public boolean mayUse(NavigationEntry entry, RightsHolder holder) {
        return entry.permissions().isEmpty() || holder.canAny(entry.needs());
    }

    public boolean mayUseAny(List<NavigationEntry> some, RightsHolder holder) {
        return some.stream().anyMatch(entry -> mayUse(entry, holder));
    }

    private static List<NavigationEntry> sorted(
            List<NavigationSource> sources, Function<NavigationSource, List<NavigationEntry>> part) {
        return sources.stream()
                .flatMap(source -> part.apply(source).stream())
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
    }
}
