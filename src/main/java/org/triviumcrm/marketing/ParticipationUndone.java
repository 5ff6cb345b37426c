package org.triviumcrm.marketing;

import java.util.List;

/**
 * It turned out that people did not come to campaigns, or they take part no more: what was said of that is taken back. Told in the
 * transaction that takes it back, after it has.
 *
 * @param campaignIds those in which any of them took part
 */
public record ParticipationUndone(
        List<Long> campaignIds, List<Long> customerIds, List<Long> contactIds, List<Long> leadIds) {}
