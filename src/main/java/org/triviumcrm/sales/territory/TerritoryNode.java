package org.triviumcrm.sales.territory;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.condition.ConditionGroup;

/**
 * A territory as the rules see it.
 *
 * @param conditions what must hold of a customer; null when nothing comes into it by itself
 */
record TerritoryNode(
        long id,
        @Nullable Long parentId,
        boolean active,
        @Nullable ConditionGroup conditions) {}
