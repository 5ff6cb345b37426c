package org.triviumcrm.approval.flow;

import org.jspecify.annotations.Nullable;

/**
 * A flow apart from what its versions say.
 *
 * @param target where the action leads, such as the id of a stage; null for wherever
 * @param position the first that applies counts
 */
public record Flow(
        long id,
        String name,
        String subjectType,
        String trigger,
        @Nullable Long target,
        int position) {}
