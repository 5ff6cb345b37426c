package org.triviumcrm.sales.assignment;

import org.jspecify.annotations.Nullable;

/**
 * A rule in the list.
 *
 * @param person whom it names
 * @param team the team whose members it names
 */
record AssignmentRow(
        long id,
        String name,
        boolean active,
        String conditions,
        AssignmentTarget target,
        @Nullable String person,
        @Nullable String team) {}
