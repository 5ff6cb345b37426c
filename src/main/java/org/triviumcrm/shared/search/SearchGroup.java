package org.triviumcrm.shared.search;

import java.util.List;

/**
 * What was found of one kind, best first.
 *
 * @param more whether there are more than these
 */
public record SearchGroup(SearchTarget target, List<SearchHit> hits, boolean more) {

    public String href(SearchHit hit) {
        return target.path() + "/" + hit.id();
    }
}
