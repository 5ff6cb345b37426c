package org.triviumcrm.marketing.mining;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.SegmentUse;

/** Models that were learned from a segment learn from it again. */
@Component
class MinedSegments implements SegmentUse {

    private final MiningRepository models;

    MinedSegments(MiningRepository models) {
        this.models = models;
    }

    @Override
    public List<String> of(long segmentId) {
        return models.learnedFrom(segmentId);
    }
}
