package org.triviumcrm.identity;

import java.util.Collection;

/**
 * Records of one type that others have shared with a person.
 *
 * @param ids of all of them
 * @param changeable ids of those that the person may change
 */
public record Shares(Collection<Long> ids, Collection<Long> changeable) {}
