package org.triviumcrm.support.care;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.SegmentUse;

/** Plans that are not over need the segments they are for. */
@Component
class CaredSegments implements SegmentUse {

    private final CarePlanRepository plans;

    CaredSegments(CarePlanRepository plans) {
        this.plans = plans;
    }

    @Override
    public List<String> of(long segmentId) {
        return plans.findAll().stream()
                .filter(plan ->
                        plan.getState() != CareState.ENDED && plan.getMemberOf().contains(segmentId))
                .map(CarePlan::getName)
                .toList();
    }
}
