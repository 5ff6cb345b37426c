package org.triviumcrm.marketing.mining;

import java.time.Instant;
import org.triviumcrm.marketing.mining.measure.Share;

/**
 * What the model that is shown says of a lead.
 *
 * @param share of those in its group that said yes
 * @param base of all that it was learned from
 * @param sentence what those in its group have in common, in the reader's language
 * @param dataAt of when the data is that it was learned from
 * @param scoredAt when it was asked about this lead
 */
public record LeadSaid(
        long modelId, String model, Share share, Share base, String sentence, Instant dataAt, Instant scoredAt) {

    public int percent() {
        return (int) Math.round(share.value() * 100);
    }
}
