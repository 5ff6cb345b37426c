package org.triviumcrm.approval.dossier;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.ApprovalInterest;

/** What the flows look at that are switched on. */
@Component
class Interest implements ApprovalInterest {

    private final RunningFlowRepository flows;

    Interest(RunningFlowRepository flows) {
        this.flows = flows;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> changed(String type, Map<String, Object> before, Map<String, Object> after) {
        return before.equals(after)
                ? List.of()
                : Stream.concat(before.keySet().stream(), after.keySet().stream())
                        .distinct()
                        .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                        .filter(flows.fields(type)::contains)
                        .toList();
    }
}
