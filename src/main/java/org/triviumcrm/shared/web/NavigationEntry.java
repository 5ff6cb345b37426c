package org.triviumcrm.shared.web;

import java.util.List;

/**
 * A place that a module adds to the navigation and the command palette. Its text is the message
 * {@code navigation.<key>}.
 *
 * @param key also the {@code section} that pages of this place name, so that it is marked as the present one
 * @param group message {@code navigation.group.<group>}: sales, customers, insight, administration
 * @param order within the whole navigation; groups come in the order of their first entry
 * @param permissions one of these is enough; empty for everybody
 */
public record NavigationEntry(String key, String group, String url, String icon, int order, List<String> permissions) {

    public NavigationEntry(String key, String group, String url, String icon, int order, String... permissions) {
        this(key, group, url, icon, order, List.of(permissions));
    }

    /** For {@code viewer.canAny(...)} in templates. */
    public String[] needs() {
        return permissions.toArray(String[]::new);
    }
}
