package org.triviumcrm.shared.list;

import java.util.Map;

/**
 * The records that somebody has chosen in a list, as far as they may see them.
 *
 * @param list address of the list
 * @param sql a SELECT of their ids, with named parameters
 */
public record MatchingRows(String list, String sql, Map<String, Object> parameters) {}
