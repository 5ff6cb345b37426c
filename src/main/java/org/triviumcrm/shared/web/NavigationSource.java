package org.triviumcrm.shared.web;

import java.util.List;

/** What a module adds to the navigation, the command palette and the quick-create menu: one bean a module. */
public interface NavigationSource {

    List<NavigationEntry> entries();

    /** Entries of the quick-create menu; their text is the message {@code create.<key>}. */
    default List<NavigationEntry> creations() {
        return List.of();
    }
}
