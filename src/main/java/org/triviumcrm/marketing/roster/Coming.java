package org.triviumcrm.marketing.roster;

import java.util.Map;
import org.triviumcrm.shared.exchange.ImportRow;

/**
 * Somebody who comes in.
 *
 * @param row that says so
 * @param values of the columns that say more than who and where
 */
public record Coming(Seat seat, ImportRow row, Map<String, Object> values) {}
