package org.triviumcrm.approval;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.PermissionSource;

/** What roles can allow in approvals; to decide what one is asked, and to submit, needs none of these. */
@Component
class ApprovalPermissions implements PermissionSource {

    @Override
    public List<String> permissions() {
        return List.of("approval.flow.manage", "approval.case.view", "approval.history.import");
    }

    @Override
    public List<String> recordTypes() {
        return List.of();
    }
}
