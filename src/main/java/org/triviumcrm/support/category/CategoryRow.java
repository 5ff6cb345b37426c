package org.triviumcrm.support.category;

import org.jspecify.annotations.Nullable;

/**
 * A category in the tree, those below right after the one above.
 *
 * @param articles filed under it itself
 * @param published those of them that readers get
 */
public record CategoryRow(
        long id, @Nullable Long parentId, String name, boolean active, long articles, long published) {

    /** In lists to choose from, where no indent can be seen. */
    public String label() {
        return parentId == null ? name : "– " + name;
    }
}
