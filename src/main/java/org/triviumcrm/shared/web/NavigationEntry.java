package org.triviumcrm.shared.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that a module adds to the navigation and the command palette. Its text is the message
 * {@code navigation.<key>}.
 *
 * @param key also the {@code section} that pages of this place name, so that it is marked as the present one
 * @param group message {@code navigation.group.<group>}: sales, customers, insight, administration
 * @param order within the whole navigation; groups come in the order of their first entry
 * @param permissions one of these is enough; empty for everybody
 * @param count key of a live count that stands beside it, in the words of the message {@code navigation.<key>.count}; null for none
 */
public record NavigationEntry(
        String key,
        String group,
        String url,
        String icon,
        int order,
        List<String> permissions,
        @Nullable String count) {

    public NavigationEntry(String key, String group, String url, String icon, int order, String... permissions) {
        this(key, group, url, icon, order, List.of(permissions), null);
    }

    /** The same with a live count beside it; it stands in the bar at the top, too. */
    public NavigationEntry counting(String liveCount) {
        return new NavigationEntry(key, group, url, icon, order, permissions, liveCount);
    }

    /** For {@code viewer.canAny(...)} in templates. */
    public String[] needs() {
        return permissions.toArray(String[]::new);
    }
}
