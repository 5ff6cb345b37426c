package org.triviumcrm.support.sla;

import java.util.List;

/**
 * A policy in the list.
 *
 * @param when its conditions as a sentence
 * @param targets what it promises, a line a priority
 */
record PolicyRow(long id, String name, boolean active, String when, List<String> targets) {}
