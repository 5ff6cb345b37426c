package org.triviumcrm.identity;

import org.jspecify.annotations.Nullable;

/**
 * A team as other modules see one.
 *
 * @param path the names from the top of the tree down to this team, such as {@code West / Team Marchetti}
 * @param depth 0 at the top of the tree
 */
public record TeamRef(
        long id,
        String name,
        String path,
        @Nullable Long parentId,
        @Nullable Long managerId,
        int depth) {}
